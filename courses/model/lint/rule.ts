/** A rule is an entry in a table: its name, why it is there, and a check that yields what it finds. */
import type { Tour } from '../explore.ts';
import type { Guidance } from '../guidance.ts';
import type { Course, Module, Scenario } from '../schema.ts';
import type { DataPath, Severity } from './finding.ts';

/** Where (from the scope's own data on) and what to do about it, in plain words. */
export type Problem = readonly [path: DataPath, message: string];

interface Named {
  readonly id: string;
  readonly severity: Severity;
  /** For those who read the rules, and for the author who wonders. */
  readonly why: string;
}

export interface ScenarioContext {
  readonly guidance: Guidance;
  readonly scenario: Scenario;
}

/** Only scenarios that hang together are toured. */
export interface TouredContext extends ScenarioContext {
  readonly tour: Tour;
}

export interface ModuleContext {
  readonly course: Course;
  readonly guidance: Guidance;
  readonly module: Module;
  /** Tours by scenario id; scenarios that do not hang together are missing. */
  readonly tours: ReadonlyMap<string, Tour>;
}

export interface CourseContext {
  readonly course: Course;
  readonly guidance: Guidance;
  readonly tours: ReadonlyMap<string, Tour>;
}

export interface Checking<Context> extends Named {
  readonly check: (context: Context) => Iterable<Problem>;
}

/** Paths begin in the scenario. */
export type ScenarioRule = Checking<ScenarioContext>;
/** Paths begin in the scenario, which hangs together: every scene exists and no way is endless. */
export type TouredRule = Checking<TouredContext>;
/** Paths begin in the module. */
export type ModuleRule = Checking<ModuleContext>;
/** Paths begin in the course file. */
export type CourseRule = Checking<CourseContext>;
