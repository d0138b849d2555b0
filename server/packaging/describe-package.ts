/** What a package calls itself, the same in every standard and every version, and what a manifest is made from. */
import { createHash } from 'node:crypto';
import type { Content } from '../../courses/model/content.ts';
import { estimateMinutes } from '../../courses/model/estimate-minutes.ts';
import type { Module } from '../../courses/model/schema.ts';

export interface PackageDescription {
  /** Stable for ever: LMSs update a package in place only where its identifiers stay. */
  readonly identifier: string;
  readonly title: string;
  readonly description: string;
  readonly minutes: number;
  /** 0 to 100. */
  readonly passMark: number;
}

export interface ManifestRequest {
  readonly about: PackageDescription;
  /** Every file of the package but the manifest and the schemas, the launched one first. */
  readonly files: readonly string[];
  /** Whether scores are reported: without them an LMS must not judge by a score. */
  readonly score: boolean;
}

/**
 * @param content the modules of the package, no more
 * @param isWholeCourse whether it stands for its course, also when that gets another module
 * @param name what it is to be called in the LMS, where the person who downloads it has a name of their own for it
 */
export function describePackage(content: Content, isWholeCourse: boolean, name?: string): PackageDescription {
  const { course, guidance, modules } = content;
  if (modules.length === 0) throw new Error('A package needs a module.');
  const questions = modules.map((one) => one.question).join(' ');
  return {
    identifier: identify(course.id, isWholeCourse ? [] : modules.map((one) => one.id)),
    title: shortened(name ?? ownName(content, isWholeCourse)),
    description: `${isWholeCourse ? course.promise : questions} ${guidance.notice}`,
    minutes: modules.reduce((sum, one) => sum + minutesOf(one), 0),
    passMark: course.passMark,
  };
}

/** What a package is called where nobody gives it another name. */
export function ownName({ course, modules }: Content, isWholeCourse: boolean): string {
  return isWholeCourse ? course.title : `${course.title}: ${modules.map((one) => one.title).join(', ')}`;
}

/** LMSs take at most 255 characters, with what a manifest adds; ids have no `_`, so no two sets look alike. */
const IDENTIFIER_LIMIT = 200;

function identify(course: string, modules: readonly string[]): string {
  const identifier = ['standpoint', course, ...modules].join('_');
  if (identifier.length <= IDENTIFIER_LIMIT) return identifier;
  const digest = createHash('sha256').update(modules.join('_')).digest('hex');
  return ['standpoint', course, digest].join('_');
}

/** A title of 300 characters crashed the import of Moodle 5.1; 200 is the least that IMS CP asks systems to take. */
const TITLE_LIMIT = 200;

const shortened = (title: string): string =>
  title.length <= TITLE_LIMIT ? title : `${[...title.slice(0, TITLE_LIMIT)].slice(0, -2).join('').trimEnd()}…`;

/** Published modules never change, and counting every word of one takes longer than its manifest. */
const counted = new WeakMap<Module, number>();

function minutesOf(module: Module): number {
  const minutes = counted.get(module) ?? estimateMinutes(module);
  counted.set(module, minutes);
  return minutes;
}
