/** The course on disk, as a server publishes it. */
import path from 'node:path';
import { coursesFolder, readCourse } from '../../server/course-files.ts';

export function publishedCourse() {
  const { content, hash } = readCourse(path.join(coursesFolder, 'communicating-online'));
  if (!content || !hash) throw new Error('The course has errors: run `check` first.');
  return { content, hash };
}
