/** Which clause is taught where: practised in decisions, explained in blocks and reasons. */
import type { Clause, ClauseKind } from './guidance.ts';
import { isScored } from './judge.ts';
import { practisedIn } from './practised.ts';
import type { Module, Scenario, Scene } from './schema.ts';

interface PractisedAt {
  readonly module: string;
  readonly scenario: string;
  readonly scene: string;
  readonly choice: string;
}

/** The course's About page has neither module nor scenario, and `about` for its scene. */
export interface ExplainedAt {
  readonly module: string | null;
  readonly scenario: string | null;
  readonly scene: string;
}

export interface ClauseCoverage {
  readonly id: string;
  readonly kind: ClauseKind;
  /** Every choice that carries the clause in a decision that practises it: those that serve it and those that miss it. */
  readonly practised: readonly PractisedAt[];
  /** Every scene whose block, or whose choice's reason, shows the clause; once a scene. */
  readonly explained: readonly ExplainedAt[];
}

export interface Coverage {
  /** In the order of the guidance. */
  readonly clauses: readonly ClauseCoverage[];
}

/** A course as its author wrote it, or the `modules` and `about` of a published content. */
interface Taught {
  readonly modules: readonly Module[];
  readonly about?: { readonly clauses: readonly string[] } | undefined;
}

export function coverage(course: Taught, guidance: { readonly clauses: readonly Clause[] }): Coverage {
  const places = course.modules.flatMap((module) =>
    module.scenarios.flatMap((scenario) => scenario.scenes.map((scene) => ({ module, scenario, scene }))),
  );
  const about = course.about?.clauses ?? [];
  return {
    clauses: guidance.clauses.map(({ id, kind }) => ({
      id,
      kind,
      practised: places.flatMap((place) => practisedAt(place, id)),
      explained: [
        ...(about.includes(id) ? [{ module: null, scenario: null, scene: 'about' }] : []),
        ...places.filter(({ scene }) => shows(scene, id)).map(named),
      ],
    })),
  };
}

interface ScenePlace {
  readonly module: Module;
  readonly scenario: Scenario;
  readonly scene: Scene;
}

const named = ({ module, scenario, scene }: ScenePlace): { module: string; scenario: string; scene: string } => ({
  module: module.id,
  scenario: scenario.id,
  scene: scene.id,
});

function practisedAt(place: ScenePlace, clause: string): PractisedAt[] {
  const { decision } = place.scene;
  if (!decision || !isScored(decision) || !practisedIn(decision).includes(clause)) return [];
  return decision.choices
    .filter((one) => one.clauses.includes(clause))
    .map((one) => ({ ...named(place), choice: one.id }));
}

function shows(scene: Scene, clause: string): boolean {
  const { blocks = [], decision } = scene;
  if (blocks.some((one) => one.clauses?.includes(clause))) return true;
  return decision !== undefined && isScored(decision) && decision.choices.some((one) => one.clauses.includes(clause));
}

/** In how many different scenarios a clause is practised. Scenario ids are unique in a course. */
export function scenariosPractising(clause: ClauseCoverage): number {
  return new Set(clause.practised.map((one) => one.scenario)).size;
}
