/** Rules about the voices of a panel: what they may have chosen, and that they differ. */
import type { Decision } from '../decisions.ts';
import { isScored } from '../judge.ts';
import { decisionsOf, type Placed } from './places.ts';
import type { Problem, ScenarioRule } from './rule.ts';

export const panelRules: readonly ScenarioRule[] = [
  {
    id: 'panel-choice',
    severity: 'error',
    why: 'A voice of the panel can only have chosen what the decision offers.',
    *check({ scenario }) {
      for (const placed of decisionsOf(scenario)) yield* checkVoices(placed);
    },
  },
  {
    id: 'panel-agrees',
    severity: 'error',
    why: 'The panel is there to show that good practitioners disagree.',
    *check({ scenario }) {
      for (const { decision, path } of decisionsOf(scenario)) {
        const answers = new Set(decision.panel?.map((voice) => voice.chose.join('+')));
        if (answers.size === 1)
          yield [[...path, 'panel'], 'All voices chose the same. Let at least one choose otherwise.'];
      }
    },
  },
  {
    id: 'no-panel',
    severity: 'error',
    why: 'Every story shows at one decision how practitioners disagree.',
    *check({ scenario }) {
      if (decisionsOf(scenario).some(({ decision }) => decision.panel)) return;
      yield [[], 'No decision of this story has a panel. Add one with three or four voices.'];
    },
  },
  {
    id: 'panel-harmful',
    severity: 'error',
    why: 'Voices stand under a decision unmarked, so one that chose harm seems to say that it will do.',
    *check({ scenario }) {
      for (const { decision, path } of decisionsOf(scenario)) {
        if (!isScored(decision)) continue;
        const harmful = decision.choices.filter((one) => one.rating === 'harmful').map((one) => one.id);
        for (const [index, voice] of (decision.panel ?? []).entries()) {
          if (!voice.chose.some((id) => harmful.includes(id))) continue;
          yield [
            [...path, 'panel', index, 'chose'],
            `“${voice.who}” chose what is rated harmful. Let the voice differ within good practice, or say what it learned.`,
          ];
        }
      }
    },
  },
];

function* checkVoices({ decision, path }: Placed<Decision>): Iterable<Problem> {
  for (const [index, voice] of (decision.panel ?? []).entries()) {
    const known = knownAnswers(decision);
    for (const id of voice.chose) {
      if (known.includes(id)) continue;
      yield [[...path, 'panel', index, 'chose'], `The decision has no “${id}”. Choose from ${known.join(', ')}.`];
    }
    const { kind } = decision;
    if (voice.chose.length > 1 && (kind === 'choose' || kind === 'weigh' || kind === 'write')) {
      yield [[...path, 'panel', index, 'chose'], 'This decision takes one answer. Let the voice choose one.'];
    }
    if (kind === 'order' && voice.chose.length !== decision.choices.length) {
      yield [[...path, 'panel', index, 'chose'], 'An order names every item once. Complete this voice’s list.'];
    }
  }
}

function knownAnswers(decision: Decision): string[] {
  if (decision.kind === 'weigh') return ['1', '2', '3', '4', '5'];
  return decision.kind === 'write' ? ['w'] : decision.choices.map((one) => one.id);
}
