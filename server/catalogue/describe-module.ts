/** What a module's page shows: its stories as stops, how far this learner is, and the points of the guidance in it. */

import { clauseName } from '../../courses/model/clause-name.ts';
import { coverage } from '../../courses/model/coverage.ts';
import { estimateMinutes } from '../../courses/model/estimate-minutes.ts';
import type { Clause } from '../../courses/model/guidance.ts';
import type { Module } from '../../courses/model/schema.ts';
import { MAY_STOP, touchesOnWords } from '../../courses/model/touches-on.ts';
import type { Attempt } from '../../db/attempts.ts';
import type { App } from '../app.ts';
import type { Published } from '../published.ts';
import { actionFor, endingsReached, inWords, type Progress, progressIn } from './learner-progress.ts';
import { type Place, placesOf } from './list-coverage.ts';

interface StoryStop {
  readonly id: string;
  readonly title: string;
  readonly setting: string;
  readonly summary: string;
  /** What may be hard to read in it, as a sentence. */
  readonly touchesOn: string | undefined;
  /** How many endings there are. */
  readonly endings: number;
  /** The title of the ending that this learner has come to. */
  readonly reached: string | undefined;
}

interface Point {
  readonly name: string;
  readonly paraphrase: string;
  readonly kind: Clause['kind'];
  readonly places: readonly Place[];
}

export interface ModulePage {
  readonly stories: readonly StoryStop[];
  /** What is said where one of them touches on something hard. */
  readonly mayStop: string;
  readonly minutes: number;
  readonly progress: Progress;
  readonly state: string;
  readonly action: string;
  /** Whether the learner's newest attempt plays an older text than the newest. */
  readonly outdated: boolean;
  readonly practised: readonly Point[];
  /** Shown in a story, without a decision that turns on it. */
  readonly explained: readonly Point[];
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
    stories: module.scenarios.map((story) => ({
      id: story.id,
      title: story.title,
      setting: story.setting,
      summary: story.summary,
      touchesOn: touchesOnWords(story),
      endings: story.scenes.filter((one) => one.ending).length,
      reached: reached.get(story.id),
    })),
    mayStop: MAY_STOP,
    minutes: estimateMinutes(module),
    progress,
    state: inWords(progress, content.course.passMark),
    action: actionFor(progress),
    outdated: newest !== undefined && newest.versionHash !== hash,
    ...pointsOf(content, module),
  };
}

/** Coverage the other way round: the points that this module's stories meet, in the order of the guidance. */
function pointsOf(content: Published['content'], module: Module): Pick<ModulePage, 'practised' | 'explained'> {
  const { guidance } = content;
  const met = coverage({ modules: [module] }, guidance).clauses.map(({ id, practised, explained }, index) => {
    const { paraphrase, kind } = guidance.clauses[index] ?? { paraphrase: '', kind: 'context' };
    const places = placesOf(content, practised.length > 0 ? practised : explained);
    return { name: clauseName(guidance, id), paraphrase, kind, places, practised: practised.length > 0 };
  });
  const found = met.filter((one) => one.places.length > 0);
  return { practised: found.filter((one) => one.practised), explained: found.filter((one) => !one.practised) };
}
