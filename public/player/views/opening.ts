/** What stands on the title page when the module is ready, and what is asked when a launch finds something odd. */
import { type Html, html } from '../../../courses/blocks/html.ts';
import { type Attempt, nextScenario, walkOf } from '../attempt.ts';
import type { Lms } from '../lms/lms.ts';
import type { Notice } from '../opening.ts';

/** Who keeps the record, in the learner's words. */
export type Keeper = 'your LMS' | 'this browser' | 'our server';

export const keeperOf = (lms: Lms, host: boolean): Keeper =>
  lms.kind === 'alone' ? 'this browser' : host ? 'our server' : 'your LMS';

const toldView = (words: string): Html => html`<p class="told">${words}</p>`;

function noticeView(attempt: Attempt, { device, version }: Notice, keeper: Keeper): Html {
  const what = {
    kept: `Some of your decisions had not reached ${keeper}. They were kept on this device, and are being saved now.`,
    diverged: `Here and in ${keeper} there are different decisions. You go on from what ${keeper} holds, because it is the record.`,
  };
  return html`${device && toldView(what[device])}${version && toldView(`This module has been updated${versionWords(attempt, version)}`)}`;
}

function versionWords(attempt: Attempt, version: NonNullable<Notice['version']>): string {
  if (version === 'updated')
    return ' since you were last here. Your decisions fit the new version, so you go on where you were.';
  const { title } = walkOf(attempt, version.changed).scenario;
  return `, and “${title}” has changed. You go on there at the first point that is different. What you decided before it stays. A pass stays a pass.`;
}

/** The buttons of the title page. */
export function readyView(attempt: Attempt, keeper: Keeper, notice: Notice | undefined): Html {
  const { outcome, replayed } = attempt;
  const changed = typeof notice?.version === 'object' ? notice.version.changed : undefined;
  const begun = replayed.path.current.length + replayed.path.kept.length > 0 || changed !== undefined;
  const next = changed === undefined ? nextScenario(attempt) : walkOf(attempt, changed);
  const label = next ? (begun ? `Go on: ${next.scenario.title}` : 'Begin') : 'See how it went';
  const action = next ? `enter:${next.scenario.id}` : 'result';
  return html`${notice && noticeView(attempt, notice, keeper)}<p class="actions"><button type="button" class="primary" data-do="${action}">${label}</button> <button type="button" class="quiet" data-do="stories">${outcome.complete ? 'All stories' : 'Choose a story'}</button></p>`;
}

export const keptWhere = (lms: Lms, host: boolean): string => {
  if (lms.mode !== 'normal') return 'You are looking through the module: nothing that you decide is recorded.';
  if (lms.kind === 'alone')
    return 'There is no LMS here. Your decisions are kept in this browser, on this device only.';
  return host ? 'Your decisions are saved after each one.' : 'Your decisions are saved in your LMS after each one.';
};

export const unreadableView = (otherVersion: boolean, keeper: Keeper): Html =>
  html`<div class="told" role="alert"><h2>Your saved decisions cannot be read</h2><p>${
    otherVersion
      ? 'They belong to another version of this module.'
      : 'Something has changed them since they were saved.'
  } They are still in ${keeper}, as they were: we have not touched them. You can close the module now and ask for help, or start again. Starting again replaces them.</p>
<p class="actions"><button type="button" class="quiet" data-do="replace">Start again and replace them</button></p></div>`;

export const offerView = (stories: number, keeper: Keeper): Html =>
  html`<div class="told" role="alert"><h2>There is no record in ${keeper}, and there is one here</h2><p>Decisions in ${stories === 1 ? 'one story' : `${stories} stories`} were kept here and never reached ${keeper}. If your record was reset on purpose, start afresh.</p>
<p class="actions"><button type="button" class="quiet" data-do="restore">Use the decisions kept here</button> <button type="button" class="quiet" data-do="afresh">Start afresh</button></p></div>`;

export const refusedView = html`<p class="told">Your LMS did not open a session, so it keeps nothing now. Close this window and open the module again from your LMS.</p>`;

export const leftView = html`<h1 tabindex="-1">You can close this window</h1><p>Your session has ended. The words at the top still say whether all was saved.</p>`;

export const elsewhereView = html`<p class="told">You went on in another window, and go on from there.</p>`;
