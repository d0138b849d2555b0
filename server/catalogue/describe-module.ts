/** What a module's page shows: its stories as stops, how far this learner is, and the points of the guidance in it. */

import { clauseName } from '../../courses/model/clause-name.ts';
import { estimateMinutes } from '../../courses/model/estimate-minutes.ts';
import type { Clause } from '../../courses/model/guidance.ts';
import { practisedIn } from '../../courses/model/outcome.ts';
import type { Module } from '../../courses/model/schema.ts';
import type { Attempt } from '../../db/attempts.ts';
import type { App } from '../app.ts';
import type { Published } from '../published.ts';
import { actionFor, endingsReached, inWords, type Progress, progressIn } from './learner-progress.ts';

interface StoryStop {
  readonly id: string;
  readonly title: string;
  readonly setting: string;
  readonly summary: string;
  /** How many endings there are. */
  readonly endings: number;
  /** The title of the ending that this learner has come to. */
  readonly reached: string | undefined;
}

interface Point {
  readonly name: string;
  readonly paraphrase: string;
  readonly kind: Clause['kind'];
}

export interface ModulePage {
  readonly stories: readonly StoryStop[];
  readonly minutes: number;
  readonly progress: Progress;
  readonly state: string;
  readonly action: string;
  /** Whether the learner's newest attempt plays an older text than the newest. */
  readonly outdated: boolean;
  readonly practised: readonly Point[];
}

/** `attempts` are the learner's own at this module, newest first; none for a visitor. */
export function describeModule(
  app: App,
  { hash, content, module }: Published & { readonly module: Module },
  attempts: readonly Attempt[],
): ModulePage {
  const [newest] = attempts;
  const progress = progressIn(app, attempts);
  const reached = endingsReached(app, newest);
  return {
    stories: module.scenarios.map(({ id, title, setting, summary, scenes }) => ({
      id,
      title,
      setting,
      summary,
      endings: scenes.filter((one) => one.ending).length,
      reached: reached.get(id),
    })),
    minutes: estimateMinutes(module),
    progress,
    state: inWords(progress, content.course.passMark),
    action: actionFor(progress),
    outdated: newest !== undefined && newest.versionHash !== hash,
    practised: pointsPractised(content.guidance, module),
  };
}

/** In the order of the guidance. */
function pointsPractised(guidance: Published['content']['guidance'], module: Module): Point[] {
  const decisions = module.scenarios.flatMap((story) => story.scenes.flatMap(({ decision }) => decision ?? []));
  const practised = new Set(decisions.flatMap(practisedIn));
  return guidance.clauses
    .filter((one) => practised.has(one.id))
    .map(({ id, paraphrase, kind }) => ({ name: clauseName(guidance, id), paraphrase, kind }));
}
