/** What the course page shows: the promise, a moment from the first story, and the modules as stops on the thread. */
import type { Html } from '../../courses/blocks/html.ts';
import type { Block } from '../../courses/blocks/schema.ts';
import { blockView } from '../../courses/blocks/view.ts';
import { estimateMinutes } from '../../courses/model/estimate-minutes.ts';
import type { Module } from '../../courses/model/schema.ts';
import type { Attempt } from '../../db/attempts.ts';
import type { App } from '../app.ts';
import type { Published } from '../published.ts';
import { actionFor, inWords, type Progress, progressIn } from './learner-progress.ts';

/** A module's stop. `state` is how far this learner is, in words; '' where they have not begun. */
interface ModuleStop {
  readonly title: string;
  readonly question: string;
  readonly href: string;
  readonly stories: number;
  readonly minutes: number;
  readonly state: string;
  readonly progress: Progress;
  readonly start: string;
  readonly action: string;
}

/** A decision of the first story, to show what taking a module is like. */
interface Glimpse {
  readonly title: string;
  /** The screen that the learner has before them. */
  readonly screen: Html;
  readonly ask: string;
  readonly ways: readonly string[];
}

export interface CoursePage {
  readonly stops: readonly ModuleStop[];
  /** Where to begin or go on: the first module that is not passed; undefined once all are. */
  readonly next: ModuleStop | undefined;
  readonly glimpse: Glimpse | undefined;
  /** Where the certificate of the whole course is asked for; undefined where its one module's says the same. */
  readonly certificate: string | undefined;
}

/** `attempts` are all of this learner's, newest first; none for a visitor. */
export function describeCourse(app: App, { content }: Published, attempts: readonly Attempt[]): CoursePage {
  const { course, modules } = content;
  const stops = modules.map((module): ModuleStop => {
    const progress = progressIn(
      app,
      attempts.filter((one) => one.courseId === course.id && one.moduleId === module.id),
    );
    const href = `/modules/${course.id}/${module.id}`;
    return {
      title: module.title,
      question: module.question,
      href,
      stories: module.scenarios.length,
      minutes: estimateMinutes(module),
      state: inWords(progress, course.passMark),
      progress,
      start: `${href}/attempts`,
      action: actionFor(progress, module.title),
    };
  });
  return {
    stops,
    next: stops.find((one) => one.progress.kind !== 'passed'),
    glimpse: glimpseOf(modules),
    certificate: modules.length > 1 ? `/courses/${course.id}/certificate` : undefined,
  };
}

/** The first question whose choices everyone is offered, with the last message before it. */
function glimpseOf(modules: readonly Module[]): Glimpse | undefined {
  const story = modules[0]?.scenarios[0];
  let message: Block | undefined;
  for (const { blocks = [], decision } of story?.scenes ?? []) {
    message = blocks.findLast((one) => MESSAGES.includes(one.kind)) ?? message;
    if (!story || !message || decision?.kind !== 'choose' || decision.choices.some((one) => one.when)) continue;
    return {
      title: story.title,
      screen: blockView(message, { people: story.people, flags: new Set() }),
      ask: decision.ask,
      ways: decision.choices.map((one) => one.text),
    };
  }
  return undefined;
}

const MESSAGES: readonly Block['kind'][] = ['chat', 'email', 'post'];
