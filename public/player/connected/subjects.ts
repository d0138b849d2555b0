/** What a learner may have a certificate of, and how its code stands in the LMS's record of them. */
import type { Standing } from './connected.ts';

export interface Subject {
  readonly title: string;
  /** One module of several; none where it is all that the package teaches. */
  readonly module?: string;
}

/**
 * All that is passed, the whole first. A package of one module offers its certificate where its end is read.
 * @param mark the course's own: an LMS may have a lower one, and a certificate says what the course asks
 */
export function subjectsOf(
  { page, outcome, pkg: { content } }: Pick<Standing, 'page' | 'outcome' | 'pkg'>,
  mark: number,
): Subject[] {
  const { course, modules } = content;
  const passed = outcome.modules.filter((one) => one.passed && (one.percent ?? 0) >= mark).map((one) => one.module);
  const isWhole = outcome.passed && passed.length === modules.length;
  const [only] = modules;
  if (only && modules.length === 1) return page === 'result' && isWhole ? [{ title: only.title }] : [];
  return [
    ...(isWhole ? [{ title: `${course.title}, all of it` }] : []),
    ...modules.filter(({ id }) => passed.includes(id)).map(({ id, title }) => ({ title, module: id })),
  ];
}

export const lineFor = ({ module }: Subject, shownCode: string, server: string): string =>
  `Standpoint certificate ${shownCode}${module === undefined ? '' : ` (${module})`}, ${server}/verify/${shownCode.replaceAll('-', '')}`;

/** Finds the code again. The first stands: an attempt has one certificate of each subject. */
export function notedCode({ module }: Subject, record: string): string | undefined {
  const found = [...record.matchAll(/Standpoint certificate (\w{4}-\w{4}-\w{4})(?: \(([\w-]+)\))?,/g)];
  return found.find(([, , of]) => of === module)?.[1];
}
