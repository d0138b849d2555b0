/** The fields of the regulator's form, seen in 2026; a new model of CPD is consulted on in 2026 and 2027. */
import type { CpdForm } from './form.ts';

export const socialWorkEngland: CpdForm = {
  regulator: 'Social Work England',
  about:
    'These are the boxes of Social Work England’s form. A certificate is not CPD. What you make of it is: what you learned, and what it changes.',
  peer: 'A peer is a UK-registered social worker, a manager or supervisor, or another professional who knows your practice.',
  fields: [
    {
      id: 'type',
      label: 'Type of CPD',
      hint: 'What kind of learning it was.',
      rows: 1,
      start: 'Online learning, with scenarios',
    },
    {
      id: 'about',
      label: 'What it was, and why it matters to your work',
      hint: 'A short description.',
      rows: 4,
      start:
        'I took “{modules}”, training on “{guidance}”. I stood in its stories and decided what to do. It matters to my work because …',
    },
    { id: 'date', label: 'Date', hint: 'When you did it.', rows: 1, start: '{date}' },
    {
      id: 'learned',
      label: 'What you learned',
      hint: 'Your decisions stand here to begin with. Keep what taught you something, and finish the sentences.',
      rows: 9,
      start: '{decisions}{reflections}',
    },
    {
      id: 'impact',
      label: 'Impact: what it changes',
      hint: 'What it has changed, or will: in your role, in your practice, and for the people you work with.',
      rows: 6,
      start: '',
    },
    {
      id: 'peer',
      label: 'Peer reflection: what talking it over taught you',
      hint: 'Needed on one piece of CPD a year. The sheet for a peer has questions to begin with.',
      rows: 4,
      start: '',
    },
  ],
};
