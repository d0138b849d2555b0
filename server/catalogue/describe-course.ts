/** What the course page shows: the promise, a moment from the first story, and the modules as stops on the thread. */
import type { Html } from '../../courses/blocks/html.ts';
import { blockView } from '../../courses/blocks/view.ts';
import { estimateMinutes } from '../../courses/model/estimate-minutes.ts';
import { glimpseOf } from '../../courses/model/glimpse.ts';
import type { Attempt } from '../../db/attempts.ts';
import type { App } from '../app.ts';
import type { Published } from '../published.ts';
import { actionFor, inWords, type Progress, progressIn } from './learner-progress.ts';

/** A module's stop. `state` is how far this learner is, in words; '' where they have not begun. */
interface ModuleStop {
  readonly id: string;
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

/** A decision of one story, to show what taking a module is like. */
interface Glimpse {
  readonly title: string;
  /** The screen that the learner has before them. */
  readonly screen: Html;
  /** The first paragraph that follows it; '' where none does. */
  readonly told: string;
  readonly ask: string;
  readonly ways: readonly string[];
}

export interface CoursePage {
  readonly stops: readonly ModuleStop[];
  /** Where to go on or begin: what is under way, or the first module that is new; undefined once all are passed. */
  readonly next: ModuleStop | undefined;
  readonly glimpse: Glimpse | undefined;
  /** How long the whole course takes, in words: "1¾ hours". */
  readonly hours: string;
  /** Where the certificate of the whole course is asked for; undefined where its one module's says the same. */
  readonly certificate: string | undefined;
}

/** `attempts` are all of this learner's, newest first; none for a visitor. */
export function describeCourse(app: App, { content }: Published, attempts: readonly Attempt[]): CoursePage {
  const { course, modules } = content;
  const mine = attempts.filter((one) => one.courseId === course.id);
  const stops = modules.map((module): ModuleStop => {
    const progress = progressIn(
      app,
      mine.filter((one) => one.moduleId === module.id),
    );
    const href = `/modules/${course.id}/${module.id}`;
    return {
      id: module.id,
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
    next: underWay(stops, mine) ?? stops.find((one) => one.progress.kind === 'new'),
    glimpse: describeGlimpse(content),
    hours: hoursOf(stops.reduce((total, one) => total + one.minutes, 0)),
    certificate: modules.length > 1 ? `/courses/${course.id}/certificate` : undefined,
  };
}

const QUARTERS = ['', '¼', '½', '¾'];

/** To the next quarter of an hour: nobody is to run out of the time that they put aside. */
function hoursOf(minutes: number): string {
  const quarters = Math.ceil(minutes / 15);
  if (quarters < 4) return `${quarters * 15} minutes`;
  return `${Math.floor(quarters / 4)}${QUARTERS[quarters % 4]} ${quarters === 4 ? 'hour' : 'hours'}`;
}

/** Of the modules begun and not passed, the one begun last. */
function underWay(stops: readonly ModuleStop[], attempts: readonly Attempt[]): ModuleStop | undefined {
  const begun = stops.filter(({ progress: { kind } }) => kind === 'started' || kind === 'below');
  const ids = attempts.map((one) => one.moduleId);
  return begun.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))[0];
}

function describeGlimpse({ course, modules }: Published['content']): Glimpse | undefined {
  const found = glimpseOf(modules, course.glimpse);
  if (!found) return undefined;
  const { scenario, message, told, decision } = found;
  return {
    title: scenario.title,
    screen: blockView(message, { people: scenario.people, flags: new Set() }),
    told: /<p>.*?<\/p>/s.exec(told?.text ?? '')?.[0] ?? '',
    ask: decision.ask,
    ways: decision.choices.map((one) => one.text),
  };
}
