/** Rules about how a story hangs together. Where one of these is broken, no way through it can be walked. */
import { didYouMean } from '../closest.ts';
import { findCircle, gotosOf, leadsTo, namedIn } from './graph.ts';
import { decisionsOf, repeated, scoredDecisionsOf } from './places.ts';
import type { Problem, ScenarioContext, ScenarioRule, TouredContext, TouredRule } from './rule.ts';

export const structureRules: readonly ScenarioRule[] = [
  {
    id: 'duplicate-scene',
    severity: 'error',
    why: 'A goto that names one of two scenes would lead to the first and never to the second.',
    *check({ scenario }) {
      for (const { one, index } of repeated(scenario.scenes, (scene) => scene.id)) {
        yield [['scenes', index, 'id'], `There are two scenes “${one.id}”. Give this one another id.`];
      }
    },
  },
  {
    id: 'missing-scene',
    severity: 'error',
    why: 'The learner would be sent to a scene that does not exist.',
    *check({ scenario }) {
      const ids = scenario.scenes.map((scene) => scene.id);
      for (const [index, scene] of scenario.scenes.entries()) {
        for (const { path, goto } of gotosOf(scene)) {
          for (const named of namedIn(goto)) {
            if (ids.includes(named.scene)) continue;
            const message = `There is no scene “${named.scene}” in this story.${didYouMean(named.scene, ids)}`;
            yield [['scenes', index, ...path, ...named.path], `${message} Name one that there is, or write it.`];
          }
        }
      }
    },
  },
  {
    id: 'dead-end',
    severity: 'error',
    why: 'A scene asks, goes on or ends: with none of the three the story stops, with two nobody knows which counts.',
    *check({ scenario }) {
      for (const [index, scene] of scenario.scenes.entries()) {
        const ways = [scene.decision, scene.next, scene.ending].filter((one) => one !== undefined).length;
        if (ways === 0) yield [['scenes', index], 'The story stops here. Add a decision, a next or an ending.'];
        if (ways > 1) yield [['scenes', index], 'This scene has more than one of decision, next and ending. Keep one.'];
      }
    },
  },
  {
    id: 'circle',
    severity: 'error',
    why: 'Scenes are acyclic within a run, so that every way ends and the path stays short.',
    *check({ scenario }) {
      const circle = findCircle(scenario);
      if (!circle) return;
      const index = scenario.scenes.findIndex((scene) => scene.id === circle[0]);
      yield [['scenes', index], `The story can go round: ${circle.join(' → ')}. Lead one of these scenes elsewhere.`];
    },
  },
  {
    id: 'no-last-way',
    severity: 'error',
    why: 'Where no condition of a list holds the story would have nowhere to go, so the last of it has none.',
    check: checkLists,
  },
  {
    id: 'duplicate-choice',
    severity: 'error',
    why: 'A token of the path names what was chosen by id, within its decision.',
    *check({ scenario }) {
      for (const { decision, path } of scoredDecisionsOf(scenario)) {
        for (const { one, index } of repeated<{ id: string }>(decision.choices, (choice) => choice.id)) {
          yield [[...path, 'choices', index, 'id'], `Two choices here are called “${one.id}”. Rename this one.`];
        }
      }
    },
  },
  {
    id: 'order-list',
    severity: 'error',
    why: 'The order that serves best must name every item once.',
    *check({ scenario }) {
      for (const { decision, path } of scoredDecisionsOf(scenario)) {
        if (decision.kind !== 'order') continue;
        const items = decision.choices.map((one) => one.id);
        if ([...items].sort().join() === [...decision.order].sort().join()) continue;
        yield [
          [...path, 'order'],
          `The order names ${decision.order.join(', ')}; the items are ${items.join(', ')}. Name each once.`,
        ];
      }
    },
  },
  {
    id: 'bands',
    severity: 'error',
    why: 'An answer takes the first band that it reaches: from the highest down, and the last from 0 so that all reach one.',
    *check({ scenario }) {
      for (const { decision, path } of decisionsOf(scenario)) {
        if (!('bands' in decision)) continue;
        const froms = decision.bands.map((one) => one.from);
        if (froms.some((from, index) => index > 0 && from >= (froms[index - 1] ?? 0))) {
          yield [[...path, 'bands'], `The bands start from ${froms.join(', ')}. List them from the highest down.`];
        }
        if (froms.at(-1) !== 0)
          yield [[...path, 'bands'], 'No band takes the lowest answers. Let the last start from 0.'];
      }
    },
  },
];

function* checkLists({ scenario }: ScenarioContext): Iterable<Problem> {
  for (const [index, scene] of scenario.scenes.entries()) {
    for (const { path, goto } of gotosOf(scene)) {
      if (typeof goto === 'string') continue;
      const place = ['scenes', index, ...path];
      if (goto.at(-1)?.when !== undefined) {
        yield [place, 'The last way of this list has a condition. Take it out, so that there is always a way on.'];
      }
      for (const [entry, one] of goto.slice(0, -1).entries()) {
        if (one.when !== undefined) continue;
        yield [[...place, entry], 'This way has no condition, so those after it are never taken. Add its “when”.'];
      }
    }
  }
}

/** Rules about the ways through a story that hangs together. */
export const wayRules: readonly TouredRule[] = [
  {
    id: 'unreached-scene',
    severity: 'error',
    why: 'Nobody would ever read it.',
    check: checkReach,
  },
  {
    id: 'path-length',
    severity: 'error',
    why: 'Fewer than 4 decisions is no story, and more than 8 on one way tires the learner and fills the path.',
    *check({ tour }) {
      const { max } = tour.decisions;
      if (max < 4) yield [[], `The longest way has ${max} decisions. Add scenes until it has 4 to 8.`];
      if (max > 8) yield [[], `The longest way has ${max} decisions. Shorten it until it has 4 to 8.`];
    },
  },
  {
    id: 'few-endings',
    severity: 'error',
    why: 'What learners do must matter to how the story ends.',
    *check({ tour }) {
      const count = tour.endings.length;
      if (count < 3)
        yield [[], `The story can end in ${count} ${count === 1 ? 'way' : 'ways'}. Give it at least 3 endings.`];
    },
  },
];

function* checkReach({ scenario, tour }: TouredContext): Iterable<Problem> {
  for (const [index, scene] of scenario.scenes.entries()) {
    if (tour.scenes.has(scene.id)) continue;
    const named = scenario.scenes.some((one) => leadsTo(one).includes(scene.id));
    yield [
      ['scenes', index],
      named
        ? `No answers lead to “${scene.id}”: its conditions are never met. Check the flags, or take the scene out.`
        : `Nothing leads to “${scene.id}”. Lead a choice here, or take the scene out.`,
    ];
  }
}
