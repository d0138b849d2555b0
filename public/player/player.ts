/** One learner's sitting: what they look at, what they press, and what follows from it. */

import { html } from '../../courses/blocks/html.ts';
import { step } from '../../courses/model/engine.ts';
import { ModelError } from '../../courses/model/errors.ts';
import { encodePath, type Token } from '../../courses/model/path.ts';
import { letArrive } from './arrivals.ts';
import { answerOf, placeOf, press, readDraft, showMissing } from './asking.ts';
import { type Attempt, decide } from './attempt.ts';
import { letDrag } from './dragging.ts';
import type { Lms } from './lms/lms.ts';
import { viewAfter } from './moves.ts';
import { further } from './opening.ts';
import type { PackageContent } from './package-content.ts';
import { pageOf, type Showing } from './pages.ts';
import { reflectPage } from './reflecting.ts';
import type { Memory } from './remembered.ts';
import type { Saving } from './saving.ts';
import type { Screen } from './screen.ts';
import { afterDecision, type ReflectView, type StoryView, storyState, type View } from './state.ts';
import { MISSING } from './views/ask.ts';
import { elsewhereView } from './views/opening.ts';
import type { Page } from './views/page.ts';

export interface PlayerParts {
  readonly pkg: PackageContent;
  readonly screen: Screen;
  readonly lms: Lms;
  readonly saving: Saving;
  readonly memory: Memory;
  readonly host: boolean;
  /** A site with the practice page. */
  readonly site: string | undefined;
  readonly reducedMotion: () => boolean;
  /** Seconds since the launch. */
  readonly seconds: () => number;
}

export interface Player {
  /** Does what a button says; false where it is none of the player's. */
  act(action: string, step?: number): boolean;
  /** Goes where this tab was, if it was in this attempt. */
  resume(): boolean;
  /** Another window of the same learner has saved `path`: this one goes on from there, if that is further. */
  meet(path: string): void;
}

export function createPlayer(parts: PlayerParts, opened: Attempt): Player {
  const { pkg, screen, saving, memory } = parts;
  let attempt = opened;
  let view: View = { page: 'stories' };
  let shownAt = 0;
  let stopArrivals = (): void => {};

  const showing = (): Showing => ({
    content: pkg.content,
    attempt,
    host: parts.host,
    receipt: () => (parts.host || parts.lms.mode !== 'normal' ? undefined : parts.lms.receipt()),
    draft: (at) => memory.draft(sceneKey(at)),
  });

  function go(next: View): void {
    if (next.page === 'reflect') void reflectOn(next);
    else look(next, pageOf(showing(), next));
  }

  const partOf = (part: string): Promise<Page> => reflectPage(part, { pkg, attempt, site: parts.site, memory });

  async function reflectOn(next: ReflectView): Promise<void> {
    const from = view;
    const page = await partOf(next.part);
    // Who has gone elsewhere meanwhile stays there.
    if (view === from) look(next, page);
  }

  function look(next: View, page: Page): void {
    stopArrivals();
    view = next;
    memory.setView(view, encodePath(attempt.replayed.path));
    screen.show(page);
    if (view.page === 'result' || view.page === 'stories') {
      const { outcome, replayed } = attempt;
      const where = { main: screen.main, page: view.page, outcome, path: encodePath(replayed.path) };
      window.standpointConnected?.standing({ ...where, pkg, lms: parts.lms });
    }
    shownAt = parts.seconds();
    if (view.page === 'story' && view.scene >= 0) stopArrivals = arrivals(sceneKey(view));
  }

  function arrivals(key: string): () => void {
    return letArrive(screen.main, document.getElementById('next'), {
      arrived: (chat) => memory.arrived(`${key}.${chat}`),
      setArrived: (chat, count) => memory.setArrived(`${key}.${chat}`, count),
      reducedMotion: parts.reducedMotion(),
    });
  }

  /** Names this showing of a scene, for what this tab remembers about it. */
  function sceneKey(at: StoryView): string {
    const state = storyState(attempt, at);
    return [attempt.replayed.path.run, at.scenario, at.trying ? 'try' : 'own', state.scenes[at.scene]?.id].join('.');
  }

  function answer(form: HTMLFormElement, at: StoryView): void {
    const before = storyState(attempt, at);
    const decision = before.scenes[at.scene]?.decision;
    if (!decision) return;
    const given = answerOf(decision, readDraft(form));
    if (!given) {
      showMissing(form, MISSING[decision.kind]);
      return;
    }
    // A story taken again is asked afresh. A reflection's words stay for the learner.
    if (decision.kind !== 'write') memory.setDraft(sceneKey(at), {});
    const token: Token = { decision: decision.id, ...given };
    const after = step(before, given);
    const taken = after.steps.at(-1);
    if (!at.trying && taken) {
      attempt = decide(pkg, attempt, at.scenario, token);
      const { run } = attempt.replayed.path;
      saving.save(attempt, {
        scenario: at.scenario,
        run,
        step: taken,
        at: new Date(),
        seconds: parts.seconds() - shownAt,
      });
    }
    go(afterDecision(at, after, [...(at.trying?.tokens ?? []), token]));
  }

  // Words of an earlier page are not to be lost at a door that nobody watches.
  if (memory.hasCpdDraft()) void partOf('cpd');

  const { main } = screen;
  main.addEventListener('submit', (event) => {
    event.preventDefault();
    if (view.page === 'story' && event.target instanceof HTMLFormElement) answer(event.target, view);
  });
  const remember = (): void => {
    const form = main.querySelector('form');
    if (form && view.page === 'story') memory.setDraft(sceneKey(view), readDraft(form));
  };
  main.addEventListener('input', remember);
  main.addEventListener('click', ({ target }) => {
    if (target instanceof Element && press(target, screen.announce)) remember();
  });
  letDrag(main, (item) => {
    screen.announce(placeOf(item));
    remember();
  });

  return {
    meet: (path) => {
      const theirs = further(pkg, attempt, path);
      if (typeof theirs !== 'object') return;
      attempt = theirs;
      saving.open(theirs, false);
      const stories = { page: 'stories' } as const;
      const page = pageOf(showing(), stories);
      look(stories, { ...page, body: html`${elsewhereView}${page.body}` });
    },
    act: (action, index = 0) => {
      const next = viewAfter(attempt, view, action, index);
      if (next) go(next);
      return next !== undefined;
    },
    resume: () => {
      const last = memory.view(encodePath(attempt.replayed.path));
      if (!last) return false;
      try {
        go(last);
        return true;
      } catch (error) {
        // A remembered view that the story no longer has: the title page is the safe place.
        if (error instanceof ModelError) return false;
        throw error;
      }
    },
  };
}
