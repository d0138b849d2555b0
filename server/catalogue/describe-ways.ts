/** How the stories of a module branch: every way through each of them, counted, with what it leads to. */
import { type EndingReach, explore, type Tour } from '../../courses/model/explore.ts';
import { SCENARIO_FULL } from '../../courses/model/outcome.ts';
import type { Module, Scenario } from '../../courses/model/schema.ts';

interface ScenarioWays {
  readonly id: string;
  readonly title: string;
  /** In words: how many ways there are, how long, and what they score. */
  readonly summary: string;
  /** A row an ending: its title with its tone, then ways, decisions and score. */
  readonly endings: readonly (readonly string[])[];
}

export interface WaysPage {
  readonly stories: readonly ScenarioWays[];
  /** The fewest and the most decisions of the whole module. */
  readonly decisions: string;
}

/** `module` is one of a published content: its stories lead somewhere, or `check` would not have let it through. */
export function describeWays(module: Module): WaysPage {
  const tours = module.scenarios.map((scenario) => ({ scenario, tour: explore(scenario) }));
  const total = (end: 'min' | 'max') => tours.reduce((sum, { tour }) => sum + tour.decisions[end], 0);
  return {
    stories: tours.map(({ scenario, tour }) => describeScenario(scenario, tour)),
    decisions: span({ min: total('min'), max: total('max') }),
  };
}

function describeScenario(scenario: Scenario, tour: Tour): ScenarioWays {
  return {
    id: scenario.id,
    title: scenario.title,
    summary: summarise(tour),
    // As the author wrote them: the order in which an explorer meets them says nothing.
    endings: scenario.scenes.flatMap(({ id, ending }) => {
      const reach = tour.endings.find((one) => one.scene === id);
      return ending && reach ? [[`${ending.title} (${ending.tone})`, ...figures(reach)]] : [];
    }),
  };
}

function summarise({ paths, decisions, score, sound, harmful }: Tour): string {
  return [
    `${count(paths)} ways through, of ${span(decisions)} decisions each.`,
    `The score runs from ${percents(score)}.`,
    sound && `Where no choice is worse than sound, it is ${percent(sound.min)}% or more.`,
    harmful && `With a harmful choice it is ${percent(harmful.max)}% at most.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const figures = ({ paths, decisions, score }: EndingReach): string[] => [
  count(paths),
  span(decisions),
  percents(score),
];

interface Range {
  readonly min: number;
  readonly max: number;
}

const count = (ways: number): string => ways.toLocaleString('en-GB');
const span = ({ min, max }: Range): string => (min === max ? `${min}` : `${min} to ${max}`);
/** Rounded down, like every score that a learner sees. */
const percent = (score: number): number => Math.floor((score * 100) / SCENARIO_FULL);
const percents = ({ min, max }: Range): string => `${span({ min: percent(min), max: percent(max) })}%`;
