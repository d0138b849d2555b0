/** "My record" as its page shows it: every attempt, by course and module, and what can be done next. */
import type { Attempt } from '../../db/attempts.ts';
import type { App } from '../app.ts';

export interface RecordedAttempt {
  readonly title: string;
  readonly href: string;
  readonly passed: boolean;
  readonly state: string;
  readonly saved: string;
  /** Set where one can be had. */
  readonly certificate: string | undefined;
}

export interface RecordedCourse {
  readonly title: string;
  readonly attempts: readonly RecordedAttempt[];
  /** Set where every module was passed, and there are several: where the certificate of the whole course is had. */
  readonly certificate: string | undefined;
}

/** `attempts` are the learner's own. Courses by title, modules as their course has them, the newest attempt first. */
export function describeRecord(app: App, attempts: readonly Attempt[]): RecordedCourse[] {
  const courses = Map.groupBy(attempts, (one) => one.courseId);
  return [...courses]
    .map(([courseId, own]) => {
      const content = app.published.newest(courseId)?.content;
      const order = (one: Attempt) => content?.modules.findIndex((module) => module.id === one.moduleId) ?? -1;
      const sorted = own.toSorted((a, b) => order(a) - order(b) || b.startedAt.getTime() - a.startedAt.getTime());
      const modules = content?.modules ?? [];
      const passed = new Set(own.filter((one) => one.passedAt !== null).map((one) => one.moduleId));
      const whole = modules.length > 1 && modules.every((one) => passed.has(one.id));
      return {
        title: content?.course.title ?? courseId,
        attempts: sorted.map((one) => describeAttempt(app, one)),
        certificate: whole ? `/courses/${courseId}/certificate` : undefined,
      };
    })
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});

function describeAttempt(app: App, attempt: Attempt): RecordedAttempt {
  const { id, versionHash, moduleId, savedAt } = attempt;
  const content = app.published.module(versionHash, moduleId);
  const module = content?.modules[0];
  // Passed once is passed, whatever a later run came to.
  const passed = attempt.passedAt !== null;
  return {
    title: module?.title ?? moduleId,
    href: `/attempts/${id}`,
    passed,
    state: stateOf(attempt, module?.scenarios.length ?? 0, content?.course.passMark ?? 0),
    saved: `Last saved ${DAY.format(savedAt)}`,
    certificate: passed ? `/attempts/${id}/certificate` : undefined,
  };
}

function stateOf({ passedAt, complete, percent, finished }: Attempt, stories: number, passMark: number): string {
  if (passedAt !== null) return `Passed with ${percent}%`;
  if (complete) return `All stories done, with ${percent}%. The mark is ${passMark}%`;
  return finished === 0 ? 'Started' : `${finished} of ${stories} stories done`;
}
