/** What the host page needs to know about paths of its attempt: how two stand to each other, and how far one goes. */
import { type Comparison, comparePaths, mayReplace } from '../../courses/model/compare.ts';
import type { Content } from '../../courses/model/content.ts';
import { endingAt } from '../../courses/model/engine.ts';
import { ModelError } from '../../courses/model/errors.ts';
import { outcome } from '../../courses/model/outcome.ts';
import { type Replayed, replay } from '../../courses/model/replay.ts';

/** How far one story has come. */
export interface Standing {
  readonly title: string;
  readonly decisions: number;
  readonly ended: boolean;
}

export interface Paths {
  readonly readable: (path: string) => boolean;
  /** Paths that cannot be followed have gone another way, whichever it was. */
  readonly compare: (stored: string, incoming: string) => Comparison;
  /** The stories that have begun. */
  readonly standing: (path: string) => Standing[];
  /** Whether the learner may keep `mine` instead of `stored`; a pass is never replaced by less. */
  readonly mayReplace: (stored: string, mine: string) => boolean;
}

export function pathsOf(content: Content, hash: string): Paths {
  const read = (path: string): Replayed | undefined => {
    try {
      return replay(content, hash, path);
    } catch (error) {
      if (error instanceof ModelError) return undefined;
      throw error;
    }
  };
  return {
    readable: (path) => read(path) !== undefined,
    compare: (stored, incoming) => {
      const [one, other] = [read(stored), read(incoming)];
      return one && other ? comparePaths(one, other) : 'diverged';
    },
    standing: (path) => (read(path)?.walks ?? []).flatMap(standingOf),
    mayReplace: (stored, mine) => {
      const [one, other] = [read(stored), read(mine)];
      return one === undefined || other === undefined || mayReplace(outcome(content, one), outcome(content, other));
    },
  };
}

function standingOf({ scenario, kept, current }: Replayed['walks'][number]): Standing[] {
  const state = current ?? kept;
  if (!state) return [];
  return [{ title: scenario.title, decisions: state.steps.length, ended: endingAt(state) !== undefined }];
}

/** The content that a package's page carries. */
export function contentIn(page: Document): Content {
  const text = page.getElementById('content')?.textContent;
  if (!text) throw new Error('The package carries no content.');
  return JSON.parse(text).content;
}
