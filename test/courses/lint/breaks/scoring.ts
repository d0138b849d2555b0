/** How the promises of the score, and what a module has to teach, are broken. Each entry breaks one thing, of which exactly the named rule speaks. */
import { type Break, found } from '../break-one-thing.ts';

export const scoringBreaks: Break[] = [
  [
    'sound-run-fails',
    'a pass mark above what sound choices reach',
    ({ course }) => {
      course.passMark = 80;
    },
  ],
  [
    'harmful-run-passes',
    'a pass mark that harm in every story reaches',
    ({ course }) => {
      course.passMark = 50;
    },
  ],
  [
    'full-score-unreachable',
    'a decision without a strong choice',
    ({ choice: of }) => {
      of('t').rating = 'sound';
    },
  ],
  [
    'unpractised-expectation',
    'an expectation that no choice misses',
    ({ module }) => {
      for (const { scenes } of module.scenarios) {
        for (const { decision } of scenes) {
          if (decision?.kind !== 'choose') continue;
          for (const one of decision.choices.slice(2)) one.clauses = ['security.1'];
        }
      }
    },
  ],
  [
    'unexplained-clause',
    'a clause that nothing shows',
    ({ module }) => {
      for (const { scenes } of module.scenarios) delete found(found(scenes[0]).blocks?.[0]).clauses;
    },
  ],
];
