/** What a package calls itself, the same in every standard and every version, and what a manifest is made from. */
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

/** @param content the modules of the package, no more */
export function describePackage({ course, guidance, modules }: Content): PackageDescription {
  const [module] = modules;
  if (!module) throw new Error('A package needs a module.');
  return {
    identifier: ['standpoint', course.id, ...modules.map((one) => one.id)].join('_'),
    title: shortened(`${course.title}: ${modules.map((one) => one.title).join(', ')}`),
    description: `${modules.map((one) => one.question).join(' ')} ${guidance.notice}`,
    minutes: modules.reduce((sum, one) => sum + minutesOf(one), 0),
    passMark: course.passMark,
  };
}

/** A title of 300 characters crashed the import of Moodle 5.1; 200 is the least that IMS CP asks systems to take. */
const TITLE_LIMIT = 200;

const shortened = (title: string): string =>
  title.length <= TITLE_LIMIT
    ? title
    : `${Array.from(title)
        .slice(0, TITLE_LIMIT - 1)
        .join('')
        .trimEnd()}…`;

/** Published modules never change, and counting every word of one takes longer than its manifest. */
const counted = new WeakMap<Module, number>();

function minutesOf(module: Module): number {
  const minutes = counted.get(module) ?? estimateMinutes(module);
  counted.set(module, minutes);
  return minutes;
}
