/** Builders for stories of a few lines: everything has a default, so that a test shows only what it is about. */
import type { Choice, Decision, Goto, Item, Rating } from '../../courses/model/decisions.ts';
import type { Module, Scenario, Scene } from '../../courses/model/schema.ts';

export function storyOf(scenes: readonly Scene[], rest: Partial<Scenario> = {}): Scenario {
  return {
    id: 's',
    title: 'A story',
    setting: 'A team',
    summary: 'Something happens.',
    you: 'You are a social worker.',
    tension: { between: ['2.2', '5.6'], text: 'They pull apart.' },
    judgement: 'How far to go is for you.',
    supervision: 'What would you have done?',
    scenes: [...scenes],
    ...rest,
  };
}

export const asks = (id: string, decision: Decision, rest: Partial<Scene> = {}): Scene => ({
  id,
  title: id,
  decision,
  ...rest,
});

export const goesOn = (id: string, next: Goto): Scene => ({ id, title: id, next });

export const ends = (id: string, tone: 'well' | 'mixed' | 'hard' = 'well'): Scene => ({
  id,
  title: id,
  ending: { tone, title: 'The end', text: 'It ends.' },
});

export const choice = (id: string, rating: Rating, to: Goto, rest: Partial<Choice> = {}): Choice => ({
  id,
  text: `Do ${id}`,
  rating,
  reason: `Because of ${id}.`,
  clauses: ['security.1'],
  consequence: `Then ${id} happens.`,
  to,
  ...rest,
});

export const item = (id: string, rating: Rating, rest: Partial<Item> = {}): Item => ({
  id,
  text: `Item ${id}`,
  rating,
  reason: `Because of ${id}.`,
  clauses: ['security.1'],
  ...rest,
});

export const choose = (id: string, ...choices: Choice[]): Decision => ({
  kind: 'choose',
  id,
  ask: 'What now?',
  choices,
});

/** A band from 0 to each scene in turn: one scene, or three for high, middle and low answers. */
export function bandsTo(...scenes: Goto[]) {
  const from = [[0], [60, 0], [100, 60, 0]][scenes.length - 1] ?? [0];
  return scenes.map((to, index) => ({ from: from[index] ?? 0, consequence: `Band ${index + 1}.`, to }));
}

export const moduleOf = (scenarios: readonly Scenario[], rest: Partial<Module> = {}): Module => ({
  id: 'security',
  title: 'Security',
  question: 'Who can see this?',
  summary: 'Stories.',
  section: 'security',
  outcomes: ['See who can see', 'Act early'],
  scenarios: [...scenarios],
  ...rest,
});
