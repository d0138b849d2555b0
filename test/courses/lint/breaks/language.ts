/** How words go wrong. Each entry breaks one thing, of which exactly the named rule speaks. */
import { type Break, found } from '../break-one-thing.ts';

const LONG_SENTENCE = `You ${'go and '.repeat(12)}stop.`;
/** Grade 9 to 10: too hard for a scene, and not by itself for a paragraph. */
const HARD =
  'Your manager has written about the meeting on Monday evening. The family is worried that anybody can see their private photographs now. '.repeat(
    8,
  );
/** Grade 12 and more. */
const FAR_TOO_HARD =
  'Organisational accountability in communication requires social workers to document every professional decision. Comprehensive documentation supports the organisation and its reputation.';

/** Grade 6 to 8: too hard for the middle of a module, and not for one scene of it. */
const MIDDLING =
  'Your manager has written about the meeting on Monday. The family is worried about their privacy at home. '.repeat(
    12,
  );

export const languageBreaks: Break[] = [
  [
    'hard-to-read',
    'a scene of long words',
    ({ scene }) => {
      scene('well').blocks = [{ kind: 'narration', text: HARD }];
    },
  ],
  [
    'hard-paragraph',
    'one hard paragraph among easy ones',
    ({ scene }) => {
      scene('well').blocks = [{ kind: 'narration', text: `${'You go home. '.repeat(60)}\n\n${FAR_TOO_HARD}` }];
    },
  ],
  [
    'hard-to-read-module',
    'a module in hard words throughout',
    ({ module }) => {
      for (const { scenes } of module.scenarios)
        for (const one of scenes) one.blocks = [{ kind: 'narration', text: MIDDLING, clauses: ['security.3'] }];
      for (const { scenes } of module.scenarios)
        found(scenes[1]).blocks?.push({ kind: 'narration', text: 'Tom.', when: 'told' });
    },
  ],
  [
    'long-sentence',
    'a sentence of 26 words',
    ({ scene }) => {
      scene('well').blocks = [{ kind: 'narration', text: LONG_SENTENCE }];
    },
  ],
  [
    'far-too-long-sentence',
    'a sentence of 50 words',
    ({ scene }) => {
      scene('well').blocks = [
        { kind: 'narration', text: `${'You go home. '.repeat(20)} I ${LONG_SENTENCE.slice(0, -1)} ${LONG_SENTENCE}` },
      ];
    },
  ],
  [
    'must-without-obligation',
    'a must where the guidance says should',
    ({ choice: of }) => {
      of('t').clauses = ['security.2'];
      of('t').reason = 'You must ask her.';
    },
  ],
  [
    'must-without-obligation',
    'a must in other words where the guidance says should',
    ({ choice: of }) => {
      of('t').clauses = ['security.2'];
      of('t').reason = 'You still have to ask her. One of you has to.';
    },
  ],
  [
    'claims',
    'a claim that the regulator approved an app',
    ({ choice: of }) => {
      of('t').reason = 'Social Work England has approved this app.';
    },
  ],
  [
    'american-spelling',
    'an American spelling',
    ({ choice: of }) => {
      of('t').reason = 'You organize her day.';
    },
  ],
  [
    'claims',
    'a verdict on an app that nobody has given',
    ({ choice: of }) => {
      of('t').reason = 'WhatsApp is banned for social workers.';
      of('s').reason = 'The app is approved in your council’s policy. The guidance does not ban it.';
    },
  ],
  [
    'american-spelling',
    'an American spelling in what a module promises',
    ({ module }) => {
      module.outcomes = ['Organize your day', 'Act early'];
    },
  ],
  [
    'unused-term',
    'a term in the glossary that no module says',
    ({ course }) => {
      course.glossary = [
        { term: 'Warrant', meaning: 'Leave from a court.' },
        { term: 'meeting', meaning: 'People in a room.' },
      ];
    },
  ],
  [
    'claims',
    'a claim on the About page',
    ({ course }) => {
      if (course.about) course.about.text = 'The regulator has certified this course.';
    },
  ],
];
