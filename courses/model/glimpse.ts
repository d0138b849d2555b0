/** The moment of a course that its page shows: a message, and the choice that it asks for. */
import type { Block } from '../blocks/schema.ts';
import type { Choose } from './decisions.ts';
import type { Module, Scenario } from './schema.ts';

export interface Glimpse {
  readonly scenario: Scenario;
  readonly message: Block;
  /** What is told right after it, where anything is. */
  readonly told: Extract<Block, { kind: 'narration' }> | undefined;
  readonly decision: Choose;
}

const MESSAGES: readonly Block['kind'][] = ['chat', 'email', 'post'];

/** The scene that the course names; without a name the first that is fit to be shown. */
export function glimpseOf(
  modules: readonly Module[],
  named: { readonly scenario: string; readonly scene: string } | undefined,
): Glimpse | undefined {
  const glimpses = modules.flatMap((module) =>
    module.scenarios.flatMap((scenario) =>
      scenario.scenes
        .filter((scene) => !named || (scenario.id === named.scenario && scene.id === named.scene))
        .flatMap(({ blocks = [], decision }): Glimpse[] => {
          const message = blocks.findLast((one) => MESSAGES.includes(one.kind) && one.when === undefined);
          if (!message || decision?.kind !== 'choose' || decision.choices.some((one) => one.when)) return [];
          const next = blocks[blocks.indexOf(message) + 1];
          const told = next?.kind === 'narration' && next.when === undefined ? next : undefined;
          return [{ scenario, message, told, decision }];
        }),
    ),
  );
  return glimpses[0];
}
