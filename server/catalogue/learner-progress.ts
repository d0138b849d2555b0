/** How far a learner is: what a module's stop on the thread says, and what its button does. */
import { endingAt, type State } from '../../courses/model/engine.ts';
import { bestTake } from '../../courses/model/outcome.ts';
import { replay } from '../../courses/model/replay.ts';
import type { Attempt } from '../../db/attempts.ts';
import type { App } from '../app.ts';

/** `finished` is counted in stories, `percent` in whole percent. */
export type Progress =
  | { readonly kind: 'new' }
  | { readonly kind: 'started'; readonly finished: number; readonly stories: number }
  | { readonly kind: 'below'; readonly percent: number }
  | { readonly kind: 'passed'; readonly percent: number };

/** `attempts` are the learner's own at one module, newest first. What was passed never becomes less. */
export function progressIn(app: App, attempts: readonly Attempt[]): Progress {
  const passed = attempts.filter((one) => one.passedAt !== null);
  if (passed.length > 0) return { kind: 'passed', percent: Math.max(...passed.map((one) => one.percent ?? 0)) };
  const [newest] = attempts;
  if (!newest) return { kind: 'new' };
  if (newest.complete) return { kind: 'below', percent: newest.percent ?? 0 };
  const stories = app.published.module(newest.versionHash, newest.moduleId)?.modules[0]?.scenarios.length ?? 0;
  return { kind: 'started', finished: newest.finished, stories };
}

export function inWords(progress: Progress, passMark: number): string {
  switch (progress.kind) {
    case 'new':
      return '';
    case 'started':
      return progress.finished === 0 ? 'Started' : `${progress.finished} of ${progress.stories} done`;
    case 'below':
      return `${progress.percent}% so far. You pass with ${passMark}%`;
    case 'passed':
      return `Passed with ${progress.percent}%`;
  }
}

/** The words on the button; `what` follows where the page shows more than one thing to start. */
export function actionFor(progress: Progress, what = ''): string {
  const action = { new: 'Start', started: 'Go on', below: 'Go on', passed: 'Take it again' }[progress.kind];
  if (!what) return action;
  return {
    new: `Begin with “${what}”`,
    started: `Go on with “${what}”`,
    below: `Go on with “${what}”`,
    passed: `Take “${what}” again`,
  }[progress.kind];
}

/** The ending that each finished story of an attempt has come to, by the story's id: the better of two takes. */
export function endingsReached(app: App, attempt: Attempt | undefined): ReadonlyMap<string, string> {
  const content = attempt && app.published.module(attempt.versionHash, attempt.moduleId);
  if (!content) return new Map();
  const titleOf = (state: State | undefined): string | undefined => state && endingAt(state)?.title;
  return new Map(
    replay(content, attempt.versionHash, attempt.path).walks.flatMap((walk) => {
      const title = titleOf(bestTake(walk));
      return title === undefined ? [] : [[walk.scenario.id, title] as const];
    }),
  );
}
