/** What the learner has taken, in the words that the parts share. */
import type { State } from '../../courses/model/engine.ts';
import { html, latestTake } from '../player/shared.ts';
import type { Kit } from './reflect.ts';

/** The latest finished take of each story that has one. */
export const takesOf = ({ attempt }: Kit): State[] => attempt.replayed.walks.flatMap((walk) => latestTake(walk) ?? []);

/** The modules that anything was finished in, by name; the course where that is all of several. */
export function modulesOf({ pkg, attempt }: Kit): string {
  const { course, modules } = pkg.content;
  const begun = modules.filter(({ id }) =>
    attempt.outcome.modules.some((one) => one.module === id && one.finished > 0),
  );
  return begun.length > 1 && begun.length === modules.length ? course.title : begun.map((one) => one.title).join(', ');
}

/** For names of files. */
export const slugOf = ({ pkg }: Kit): string => [pkg.content.course.id, ...pkg.modules].slice(0, 3).join('-');

export const dateOf = (day: Date): string =>
  day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Above a sheet, and not on it. */
export const printView = html`<p class="actions"><button type="button" class="primary" data-do="print">Print</button> <button type="button" class="quiet" data-do="result">Back</button></p>`;
