/** Publishing what stands on disk: each course without errors becomes the newest version of itself. */
import type { StoredSource } from '../db/versions.ts';
import type { App } from './app.ts';
import type { PublishableCourse } from './compiled-courses.ts';
import { isError } from './courses/finding.ts';
import type { PackedFile } from './courses/source-files.ts';

export class NothingToTeachError extends Error {
  override readonly name = 'NothingToTeachError';
}

/**
 * Publishes every course that reads without an error, and answers with what to tell the operator about the others: the
 * version that was published before stays up.
 * @throws NothingToTeachError where, after that, there is no course at all
 */
export function publishCourses(app: App, courses: readonly PublishableCourse[]): string[] {
  const complaints: string[] = [];
  for (const { id, content, hash, findings, source = [] } of courses) {
    if (content && hash) app.published.publish(hash, content, source.map(unpacked));
    else complaints.push(refusal(app, id, findings));
  }
  if (app.published.courses().length === 0) {
    const all = complaints.join('\n') || 'There is no folder with a course.yaml in courses.';
    throw new NothingToTeachError(`Standpoint cannot start: no course can be published.\n${all}`);
  }
  return complaints;
}

const unpacked = ({ name, gzip }: PackedFile): StoredSource => ({ name, gzip: Buffer.from(gzip, 'base64') });

function refusal(app: App, id: string, findings: PublishableCourse['findings']): string {
  const errors = findings.filter(isError).map((one) => `- ${one.file}:${one.line} ${one.message}`);
  const standing = app.published.newest(id) ? ' The version published before stays up.' : '';
  return [
    `The course ${id} is not published: mend ${errors.length} errors and start again.${standing}`,
    ...errors,
  ].join('\n');
}
