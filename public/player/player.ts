/** One learner's sitting: what they look at, what they press, and what follows from it. */

import { step } from '../../courses/model/engine.ts';
import { ModelError } from '../../courses/model/errors.ts';
import { encodePath, type Token } from '../../courses/model/path.ts';
import { letArrive } from './arrivals.ts';
import { answerOf, press, readDraft, showMissing } from './asking.ts';
import { type Attempt, decide, latestTake, nextStory, walkOf } from './attempt.ts';
import type { Lms } from './lms/lms.ts';
import type { PackageContent } from './package-content.ts';
import type { Memory } from './remembered.ts';
import type { Saving } from './saving.ts';
import type { Screen } from './screen.ts';
import { afterDecision, enterStory, onwards, type StoryView, storyState, tryAnotherWay, type View } from './state.ts';
import { MISSING } from './views/ask.ts';
import { debriefPage } from './views/debrief.ts';
import type { Page } from './views/page.ts';
import { resultPage } from './views/result.ts';
import { storiesPage } from './views/stories.ts';
import { storyPage } from './views/story.ts';

export interface PlayerParts {
  readonly pkg: PackageContent;
  readonly screen: Screen;
  readonly lms: Lms;
  readonly saving: Saving;
  readonly memory: Memory;
  readonly host: boolean;
  readonly reducedMotion: () => boolean;
  /** Seconds since the launch. */
  readonly seconds: () => number;
}

export interface Player {
  /** Does what a button says; false where it is none of the player's. */
  act(action: string, step?: number): boolean;
  /** Goes where this tab was, if it was in this attempt. */
  resume(): boolean;
}

export function createPlayer(parts: PlayerParts, opened: Attempt): Player {
  const { pkg, screen, saving, memory } = parts;
  const { content } = pkg;
  let attempt = opened;
  let view: View = { page: 'stories' };
  let shownAt = 0;
  let stopArrivals = (): void => {};

  function go(next: View): void {
    stopArrivals();
    const page = pageOf(next);
    view = next;
    memory.setView(view, encodePath(attempt.replayed.path));
    screen.show(page);
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

  function pageOf(next: View): Page {
    if (next.page === 'stories') return storiesPage(content, attempt);
    if (next.page === 'result') {
      const receipt = parts.host || parts.lms.mode !== 'normal' ? undefined : parts.lms.receipt();
      return resultPage({ content, attempt, host: parts.host, receipt });
    }
    const module = content.modules.find((one) => one.scenarios.some(({ id }) => id === next.scenario));
    const walk = walkOf(attempt, next.scenario);
    if (!module) throw new Error(`There is no story ${next.scenario} here.`);
    if (next.page === 'debrief') {
      const state = latestTake(walk);
      return state ? debriefPage({ content, walk, state, next: afterDebrief() }) : storiesPage(content, attempt);
    }
    return storyPage({
      content,
      module,
      state: storyState(attempt, next),
      view: next,
      draft: memory.draft(sceneKey(next)),
    });
  }

  function afterDebrief(): { label: string; action: string } {
    if (attempt.outcome.complete) return { label: 'See how it went', action: 'result' };
    const next = nextStory(attempt);
    return next
      ? { label: `Next story: ${next.scenario.title}`, action: `enter:${next.scenario.id}` }
      : { label: 'All stories', action: 'stories' };
  }

  function tryFrom(index: number): void {
    const back = view.page === 'story' && view.trying ? view.trying.back : view;
    if (view.page !== 'story' && view.page !== 'debrief') return;
    const state = view.page === 'story' ? storyState(attempt, view) : latestTake(walkOf(attempt, view.scenario));
    if (state) go(tryAnotherWay(state, index, back));
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

  function act(action: string, index = 0): boolean {
    const [name, scenario = ''] = action.split(':');
    if (name === 'stories' || name === 'result') go({ page: name });
    else if (name === 'enter') go(enterStory(attempt, scenario));
    else if (name === 'debrief')
      go({ page: 'debrief', scenario: scenario || (view.page === 'story' ? view.scenario : '') });
    else if (name === 'on' && view.page === 'story') go(onwards(view));
    else if (name === 'back' && view.page === 'story' && view.trying) go(view.trying.back);
    else if (name === 'try') tryFrom(index);
    else return false;
    return true;
  }

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

  return {
    act,
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
