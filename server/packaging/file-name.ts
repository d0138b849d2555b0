/** What a package's file is called. */
import type { Standard } from '../package-standards.ts';

/** Names every module where that stays short enough to be read. */
export function fileName(course: string, modules: readonly string[] | 'all', standard: Standard): string {
  const named = modules === 'all' ? [course] : [course, ...modules];
  const short = named.join('-').length <= 80 ? named : [course, `${named.length - 1}-modules`];
  return `${[...short, standard].join('-')}.zip`;
}
