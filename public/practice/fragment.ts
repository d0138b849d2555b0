/**
 * What to practise, as the part of an address that browsers never send: `course/story.decision,story.decision`.
 * The reminders of a calendar file carry it, so that coming back needs no account and tells nobody anything.
 * Ids are never given twice, so a link needs no version; in those of before November 2026 one stands after the course.
 */
export interface PracticeItem {
  readonly scenario: string;
  readonly decision: string;
}

export interface Practice {
  readonly course: string;
  readonly items: readonly PracticeItem[];
}

const FORM =
  /^#?([a-z][a-z0-9-]*)\/(?:[0-9a-f]{8}\/)?([a-z0-9]{1,4}\.[a-z0-9]{1,4}(?:,[a-z0-9]{1,4}\.[a-z0-9]{1,4}){0,19})$/;

/** Without the `#`. */
export function encodePractice({ course, items }: Practice): string {
  return `${course}/${items.map((one) => `${one.scenario}.${one.decision}`).join(',')}`;
}

/** Undefined where the text is no such fragment: cut short in an e-mail, or typed. */
export function decodePractice(text: string): Practice | undefined {
  const [, course, list] = FORM.exec(text) ?? [];
  if (course === undefined || list === undefined) return undefined;
  const items = list.split(',').map((one) => {
    const [scenario = '', decision = ''] = one.split('.');
    return { scenario, decision };
  });
  return { course, items };
}
