/**
 * Protocol 3, the browser's side. A path is in the slot before the package hears "true", is sent at once, and is sent
 * again with growing pauses, without end, until the server holds it or says that it never will.
 */
import type { Comparison } from '../../courses/model/compare.ts';
import type { Answer, Send } from './send.ts';
import type { Slot } from './slot.ts';

export type SaveState =
  | { readonly kind: 'saved'; readonly passed: boolean }
  | { readonly kind: 'saving' | 'waiting' | 'signed-out' }
  | { readonly kind: 'diverged'; readonly stored: string; readonly mine: string }
  | { readonly kind: 'refused'; readonly title: string; readonly text: string; readonly mine: string };

export interface OutboxParts {
  /** What the server held when the page was made, and whether that had passed. */
  readonly stored: string;
  readonly passed: boolean;
  readonly slot: Slot;
  readonly send: Send;
  /** How the second path stands to the first. */
  readonly compare: (stored: string, incoming: string) => Comparison;
  readonly changed: (state: SaveState) => void;
  readonly later: (work: () => void, milliseconds: number) => () => void;
  readonly random: () => number;
}

export interface Outbox {
  readonly state: () => SaveState;
  /** Sends what an earlier visit left in the slot, and answers with it. It waits for no package: it is on this device only. */
  readonly begin: () => string | undefined;
  /** What `begin` sent is none of this module's or no news to the server: the page goes on from what the server held. */
  readonly forget: () => void;
  /** Takes the whole path. True once it is safe on this device; false where it is not, and the package must know. */
  readonly commit: (path: string) => boolean;
  /** Tries now instead of later: the network is back, or the learner is. */
  readonly wake: () => void;
  /** The learner keeps this device's way instead of the stored one that they were shown. */
  readonly keepMine: () => void;
  /** The learner keeps the stored way: this device's is set aside, and whatever the package still says is not kept. */
  readonly keepStored: () => void;
  /** Whether leaving now would lose something: it is neither on the server nor on this device. */
  readonly wouldLose: () => boolean;
}

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

/** Pauses double up to a minute; the random half keeps a class of learners from coming back in step. */
export function pause(tries: number, random: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries) * (0.5 + random / 2);
}

export function createOutbox(parts: OutboxParts): Outbox {
  const { slot, send, compare } = parts;
  let state: SaveState = { kind: 'saved', passed: parts.passed };
  let latest = parts.stored;
  let acknowledged = parts.stored;
  /** What this page last wrote: anything else in the slot is another tab's. */
  let written: string | undefined;
  let tries = 0;
  let cancel = (): void => {};
  /** The page is about to play the other way; a package commits its own once more when it is closed. */
  let over = false;

  const become = (next: SaveState): void => {
    state = next;
    parts.changed(next);
  };

  const deliver = async (instead?: string): Promise<void> => {
    cancel();
    const path = latest;
    become({ kind: 'saving' });
    settle(path, await send(path, instead));
  };

  const settle = (path: string, answer: Answer): void => {
    if (answer.kind === 'kept') {
      // Answers overtake one another: an early path's never hides that a later one is on the server.
      if (acknowledged !== latest) acknowledged = path;
      slot.clear(path);
    }
    // An answer about an earlier path says nothing about the latest, which is on its way itself.
    if (path !== latest) return;
    if (answer.kind === 'kept') {
      cancel();
      tries = 0;
      become({ kind: 'saved', passed: answer.passed });
    } else if (acknowledged !== latest) {
      unsaved(answer);
    }
  };

  const unsaved = (answer: Exclude<Answer, { kind: 'kept' }>): void => {
    if (answer.kind === 'diverged') become({ kind: 'diverged', stored: answer.stored, mine: latest });
    else if (answer.kind === 'refused') become({ ...answer, mine: latest });
    else {
      cancel();
      cancel = parts.later(() => void deliver(), pause(tries, parts.random()));
      tries += 1;
      become({ kind: answer.kind === 'signed-out' ? 'signed-out' : 'waiting' });
    }
  };

  const begin = (): string | undefined => {
    const held = slot.read();
    if (held === undefined) return undefined;
    if (held === parts.stored) {
      slot.clear(held);
      return undefined;
    }
    latest = held;
    written = held;
    void deliver();
    return held;
  };

  /** What another tab of this attempt has left in the slot, if anything. */
  const foreign = (): string | undefined => {
    const held = slot.read();
    return held === written ? undefined : held;
  };

  const commit = (path: string): boolean => {
    if (over) return true;
    const other = foreign();
    if (other !== undefined && other !== path) {
      const standing = compare(other, path);
      if (standing === 'same' || standing === 'behind') return true;
      if (standing === 'diverged') {
        latest = path;
        // The slot is the other tab's. This one may be closed before its learner has chosen.
        slot.setAside(path);
        become({ kind: 'diverged', stored: other, mine: path });
        return false;
      }
    }
    if (path === latest && path === acknowledged) return true;
    const kept = slot.write(path);
    written = path;
    const known = path === latest;
    latest = path;
    const open = state.kind !== 'diverged' && state.kind !== 'refused';
    if (open && !(known && state.kind === 'saving')) void deliver();
    // What the learner takes a copy of is all that they decided.
    if (state.kind === 'refused') become({ ...state, mine: path });
    return kept;
  };

  /** Whether the slot holds the latest path, or another tab's that goes on from it. */
  const isInSlot = (): boolean => {
    const held = slot.read();
    if (held === undefined || held === latest) return held === latest;
    const standing = compare(latest, held);
    return standing === 'same' || standing === 'ahead';
  };

  return {
    state: () => state,
    begin,
    forget: () => {
      cancel();
      latest = parts.stored;
      acknowledged = parts.stored;
      written = undefined;
      become({ kind: 'saved', passed: parts.passed });
    },
    commit,
    wake: () => {
      if (state.kind === 'waiting' || state.kind === 'signed-out') void deliver();
    },
    keepMine: () => {
      if (state.kind !== 'diverged') return;
      const other = foreign();
      if (other !== undefined && other !== latest) slot.setAside(other);
      slot.write(latest);
      written = latest;
      void deliver(state.stored);
    },
    keepStored: () => {
      if (state.kind !== 'diverged') return;
      const held = slot.read();
      slot.setAside(held === undefined || held === state.stored ? latest : held);
      over = true;
    },
    wouldLose: () => !over && latest !== acknowledged && !isInSlot(),
  };
}
