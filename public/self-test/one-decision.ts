/** A decision like those of our stories, to see whether the LMS takes decisions. */
import { start, step } from '../../courses/model/engine.ts';
import type { Scenario } from '../../courses/model/schema.ts';
import type { Decided } from '../player/lms/lms.ts';

const choice = (id: string) => ({
  id,
  text: id,
  rating: 'sound' as const,
  reason: '',
  clauses: [],
  consequence: '',
  to: 'end',
});

const story: Scenario = {
  id: 'test',
  title: '',
  setting: '',
  summary: '',
  you: '',
  tension: { between: ['', ''], text: '' },
  judgement: '',
  supervision: '',
  scenes: [
    {
      id: 'ask',
      title: '',
      decision: { kind: 'choose', id: 'a', ask: 'What now?', choices: [choice('x'), choice('y')] },
    },
    { id: 'end', title: '', ending: { tone: 'well', title: '', text: '' } },
  ],
};

export function oneDecision(at: Date): Decided {
  const [taken] = step(start(story), { chosen: ['y'] }).steps;
  if (!taken) throw new Error('The decision was not taken.');
  return { scenario: story.id, run: 1, step: taken, at, seconds: 5 };
}
