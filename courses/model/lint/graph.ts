/** A scenario as arrows between scenes, whatever the flags. */
import type { Goto } from '../decisions.ts';
import type { Scenario, Scene } from '../schema.ts';
import type { DataPath } from './finding.ts';

/** Every goto of a scene, with its place in the scene. */
export function gotosOf(scene: Scene): { path: DataPath; goto: Goto }[] {
  const gotos: { path: DataPath; goto: Goto }[] = [];
  if (scene.next !== undefined) gotos.push({ path: ['next'], goto: scene.next });
  const { decision } = scene;
  if (!decision) return gotos;
  switch (decision.kind) {
    case 'choose':
      decision.choices.forEach((one, index) => {
        gotos.push({ path: ['decision', 'choices', index, 'to'], goto: one.to });
      });
      return gotos;
    case 'select':
    case 'spot':
    case 'order':
      decision.bands.forEach((one, index) => {
        gotos.push({ path: ['decision', 'bands', index, 'to'], goto: one.to });
      });
      return gotos;
    case 'weigh':
    case 'write':
      gotos.push({ path: ['decision', 'to'], goto: decision.to });
      return gotos;
  }
}

/** The scenes that a goto names, each with its place in it. */
export function namedIn(goto: Goto): { path: DataPath; scene: string }[] {
  if (typeof goto === 'string') return [{ path: [], scene: goto }];
  return goto.map((one, index) => ({ path: [index, 'scene'], scene: one.scene }));
}

export function leadsTo(scene: Scene): string[] {
  return gotosOf(scene).flatMap(({ goto }) => namedIn(goto).map((one) => one.scene));
}

/** A round that the story could take, as scene ids with the first repeated at the end; undefined where there is none. */
export function findCircle(scenario: Scenario): string[] | undefined {
  const next = new Map(scenario.scenes.map((scene) => [scene.id, leadsTo(scene)]));
  const done = new Set<string>();
  const follow = (id: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const target of next.get(id) ?? []) {
      const circle = follow(target, [...way, id]);
      if (circle) return circle;
    }
    done.add(id);
    return undefined;
  };
  for (const scene of scenario.scenes) {
    const circle = follow(scene.id, []);
    if (circle) return circle;
  }
  return undefined;
}
