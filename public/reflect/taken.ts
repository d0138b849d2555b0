/** What the learner has taken, in the words that the parts share. */
import type { State } from '../../courses/model/engine.ts';
import { html, latestTake } from '../player/shared.ts';
import type { Kit } from './reflect.ts';

/** The latest finished take of each story that has one. */
export const takesOf = ({ attempt }: Kit): State[] => attempt.replayed.walks.flatMap((walk) => latestTake(walk) ?? []);

export const modulesOf = ({ pkg }: Kit): string => pkg.content.modules.map((one) => one.title).join(', ');

/** For names of files. */
export const slugOf = ({ pkg }: Kit): string => [pkg.content.course.id, ...pkg.modules].slice(0, 3).join('-');

export const dateOf = (day: Date): string =>
  day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Above a sheet, and not on it. */
export const printView = html`<p class="actions"><button type="button" class="primary" data-do="print">Print</button> <button type="button" class="quiet" data-do="result">Back</button></p>`;
