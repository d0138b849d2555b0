/** What index.html of a package carries inline. It was validated before it was published, so it is trusted here. */
import type { Content } from '../../courses/model/content.ts';

export interface PackageContent {
  /** The hash of the whole published version, of which `content` is the part that this package plays. */
  readonly hash: string;
  readonly modules: readonly string[];
  readonly content: Content;
}

/** @throws Error where the page carries no content: it was not built by `server/packaging`. */
export function readPackage(page: Document): PackageContent {
  return JSON.parse(page.getElementById('content')?.textContent ?? '');
}

/** The same, judged by another pass mark where there is one. */
export const withPassMark = (pkg: PackageContent, passMark: number | undefined): PackageContent =>
  passMark === undefined ? pkg : { ...pkg, content: { ...pkg.content, course: { ...pkg.content.course, passMark } } };
