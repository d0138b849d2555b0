/** A copy of the good course with one thing changed, and what lint then says beyond what it says of the good one. */
import type { Choice, Choose, Order, Select } from '../../../courses/model/decisions.ts';
import type { Guidance } from '../../../courses/model/guidance.ts';
import type { Finding } from '../../../courses/model/lint/finding.ts';
import { lint } from '../../../courses/model/lint/lint.ts';
import type { Course, Module, Scenario, Scene } from '../../../courses/model/schema.ts';
import { goodCourse, goodGuidance } from '../../support/good-course.ts';

/** The first story of the copy, by its parts. */
interface Parts {
  readonly course: Course;
  readonly module: Module;
  readonly scenario: Scenario;
  readonly scene: (id: string) => Scene;
  /** The decision of the scene “first”, and its choices by id. */
  readonly first: Choose;
  readonly second: Choose;
  readonly third: Select;
  readonly fourth: Order;
  readonly choice: (id: string) => Choice;
}

export type Change = (parts: Parts) => void;
/** The rule that speaks, what is broken in words, and how. */
export type Break = [rule: string, what: string, change: Change];

/** The good course says these two of itself: it is short, and has one module of two. */
const GOOD = ['module-minutes', 'course-unfinished'];

export function findingsAfter(change: Change, guidance: Guidance = goodGuidance): Finding[] {
  const course = structuredClone(goodCourse);
  change(partsOf(course));
  return lint(course, guidance).filter((one) => !GOOD.includes(one.rule));
}

export function rulesAfter(change: Change, guidance: Guidance = goodGuidance): string[] {
  return [...new Set(findingsAfter(change, guidance).map((one) => one.rule))];
}

function partsOf(course: Course): Parts {
  const module = found(course.modules[0]);
  const scenario = found(module.scenarios[0]);
  const scene = (id: string): Scene => found(scenario.scenes.find((one) => one.id === id));
  const first = decided(scene('first'), 'choose');
  return {
    course,
    module,
    scenario,
    scene,
    first,
    second: decided(scene('second'), 'choose'),
    third: decided(scene('third'), 'select'),
    fourth: decided(scene('fourth'), 'order'),
    choice: (id) => found(first.choices.find((one) => one.id === id)),
  };
}

interface Decisions {
  choose: Choose;
  select: Select;
  order: Order;
}

function decided<Kind extends keyof Decisions>(scene: Scene, kind: Kind): Decisions[Kind] {
  const { decision } = scene;
  if (decision?.kind !== kind) throw new Error(`The good course asks something else in ${scene.id}.`);
  return decision as Decisions[Kind];
}

export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The good course has changed: a test looks for a part that is gone.');
  return value;
}
