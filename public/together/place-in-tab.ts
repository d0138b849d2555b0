/** Where the room stands, kept in the tab: a reload in a meeting goes on there. Nothing of it outlives the tab. */
import type { Content } from '../../courses/model/content.ts';
import { ModelError } from '../../courses/model/errors.ts';
import type { Answer } from '../../courses/model/judge.ts';
import { walkTake } from '../../courses/model/replay.ts';
import { readObject, type Store } from '../player/storage.ts';
import type { Place } from './place.ts';

interface Kept {
  readonly story: string;
  readonly answers: readonly (Answer & { readonly decision: string })[];
  readonly scene: number;
  readonly hands: string;
}

export interface PlaceInTab {
  /** Undefined where the room is choosing a story, and where the story has changed since. */
  readonly read: (content: Content) => Place | undefined;
  readonly write: (place: Place | undefined) => void;
}

/** @param name of what is taken, so that two modules in one tab do not meet */
export function placeInTab(store: Store, name: string): PlaceInTab {
  const key = `standpoint.together.${name}`;
  return {
    read: (content) => {
      const { story, answers = [], scene = 0, hands = '' } = readObject<Kept>(store, key);
      const scenario = content.modules.flatMap((one) => one.scenarios).find((one) => one.id === story);
      if (!scenario) return undefined;
      const after = (count: number) => walkTake(scenario, { scenario: scenario.id, tokens: answers.slice(0, count) });
      try {
        const state = after(answers.length);
        const before = answers.length > 0 ? after(answers.length - 1) : undefined;
        const there = scene < 0 ? before !== undefined : scene < state.scenes.length;
        const asked = before && { state: before, scene: before.scenes.length - 1 };
        return there ? { state, scene, hands, ...(asked && { asked }) } : undefined;
      } catch (error) {
        if (error instanceof ModelError) return undefined;
        throw error;
      }
    },
    write: (place) => {
      if (!place) return store.remove(key);
      const { state, scene, hands = '' } = place;
      const answers = state.steps.map(({ decision, answer }) => ({ decision: decision.id, ...answer }));
      store.set(key, JSON.stringify({ story: state.scenario.id, answers, scene, hands } satisfies Kept));
    },
  };
}
