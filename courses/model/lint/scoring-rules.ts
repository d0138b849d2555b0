/** The three promises of the score, computed exactly over every way through a module, and the room in the path. */
import type { Tour } from '../explore.ts';
import { SCENARIO_FULL } from '../outcome.ts';
import { PATH_LIMIT } from '../path.ts';
import type { CourseRule, ModuleContext, ModuleRule, Problem } from './rule.ts';

export const scoringRules: readonly ModuleRule[] = [
  {
    id: 'sound-run-fails',
    severity: 'error',
    why: 'Whoever chooses soundly throughout passes.',
    check: checkSoundRun,
  },
  {
    id: 'harmful-run-passes',
    severity: 'error',
    why: 'Whoever does harm in every story does not pass.',
    *check({ course, module, tours }) {
      const best = module.scenarios.map((one) => tours.get(one.id)?.harmful?.max);
      const percent = percentOf(best);
      if (percent === undefined || percent < course.passMark) return;
      yield [
        [],
        `A harmful choice in every story can still reach ${percent} %; the pass mark is ${course.passMark}. Raise the pass mark.`,
      ];
    },
  },
  {
    id: 'full-score-unreachable',
    severity: 'error',
    why: 'Whoever chooses best throughout reaches 100 %.',
    *check({ module, tours }) {
      for (const [index, scenario] of module.scenarios.entries()) {
        const best = tours.get(scenario.id)?.score.max;
        if (best === undefined || best === SCENARIO_FULL) continue;
        const percent = Math.floor((best * 100) / SCENARIO_FULL);
        yield [
          ['scenarios', index],
          `No way through this story scores more than ${percent} %. Let one way offer a strong choice at every decision.`,
        ];
      }
    },
  },
];

function* checkSoundRun({ course, module, tours }: ModuleContext): Iterable<Problem> {
  for (const [index, scenario] of module.scenarios.entries()) {
    const tour = tours.get(scenario.id);
    if (!tour || tour.sound) continue;
    yield [
      ['scenarios', index],
      'No way through this story is sound throughout. Rate a choice of every decision strong or sound.',
    ];
  }
  const percent = percentOf(module.scenarios.map((one) => tours.get(one.id)?.sound?.min));
  if (percent === undefined || percent >= course.passMark) return;
  yield [
    [],
    `A run of sound choices may reach only ${percent} %; the pass mark is ${course.passMark}. Lower the pass mark.`,
  ];
}

/** Whole percent of a module, as `outcome` rounds it; undefined where a scenario has no such score. */
function percentOf(scores: readonly (number | undefined)[]): number | undefined {
  const known = scores.filter((one) => one !== undefined);
  if (known.length < scores.length) return undefined;
  return Math.floor((known.reduce((sum, one) => sum + one, 0) * 100) / (SCENARIO_FULL * scores.length));
}

/** `1.`, eight characters of hash, a nonce of at most 16, a run of at most 3, and the dots between. */
const LONGEST_HEADER = '1.'.length + 8 + 1 + 16 + 1 + 3;

/** Characters of the longest path of these stories, and of one full retake of each. */
export const longestPath = (tours: Iterable<Tour>): number =>
  LONGEST_HEADER + 2 * [...tours].reduce((sum, one) => sum + one.longestTake, 0);

export const pathRules: readonly CourseRule[] = [
  {
    id: 'path-too-long',
    severity: 'error',
    why: 'Every LMS keeps 4,000 characters at least; past that a learner’s progress would be cut off.',
    *check({ tours }) {
      const longest = longestPath(tours.values());
      if (longest <= PATH_LIMIT) return;
      yield [
        ['modules'],
        `The longest path with one full retake has ${longest} characters; ${PATH_LIMIT} fit. Shorten ids, or take decisions out.`,
      ];
    },
  },
];
