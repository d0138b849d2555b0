/** Coming back to a decision: the same point of the guidance in another setting, where the course has one. */
import { visible } from './conditions.ts';
import type { Content } from './content.ts';
import { isScored } from './judge.ts';
import { practisedIn } from './practised.ts';
import type { Module, Scenario, Scene } from './schema.ts';

export interface PracticeScene {
  readonly module: Module;
  readonly scenario: Scenario;
  readonly scene: Scene;
  /** Whether it is another story than the one that was asked for. */
  readonly elsewhere: boolean;
}

const none = new Set<string>();

/**
 * The scene to practise for a decision: of another story, one that practises most of the same clauses and makes sense by
 * itself; else its own scene. Undefined where the content no longer has the decision.
 */
export function practiceFor(
  content: Pick<Content, 'modules'>,
  asked: { scenario: string; decision: string },
): PracticeScene | undefined {
  const all = everyDecision(content);
  const own = all.find((one) => one.scenario.id === asked.scenario && one.scene.decision?.id === asked.decision);
  if (!own) return undefined;
  const wanted = clausesOf(own.scene);
  const others = all
    .filter((one) => one.scenario !== own.scenario && standsAlone(one.scene))
    .map((one) => ({ one, shared: clausesOf(one.scene).filter((id) => wanted.includes(id)).length }))
    .filter(({ shared }) => shared > 0);
  const most = Math.max(0, ...others.map(({ shared }) => shared));
  const best = others.find(({ shared }) => shared === most)?.one;
  return best ? { ...best, elsewhere: true } : { ...own, elsewhere: false };
}

const everyDecision = (content: Pick<Content, 'modules'>) =>
  content.modules.flatMap((module) =>
    module.scenarios.flatMap((scenario) =>
      scenario.scenes.flatMap((scene) => (scene.decision ? [{ module, scenario, scene }] : [])),
    ),
  );

const clausesOf = ({ decision }: Scene): readonly string[] => (decision ? practisedIn(decision) : []);

/** A scored choice of one, asked in a scene that shows something whatever came before. */
function standsAlone({ decision, blocks = [] }: Scene): boolean {
  if (!decision || !isScored(decision) || decision.kind !== 'choose') return false;
  return visible(blocks, none).length > 0 && decision.choices.every((one) => one.when === undefined);
}
