/** Course folders on disk, written as YAML, in a temporary place. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import type { Course } from '../../courses/model/schema.ts';

/** Writes `course.yaml` and a file a module, by its own text where that is given. Answers the folder, named by `id`. */
export function writeCourse(course: Course, texts: Readonly<Record<string, string>> = {}): string {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'standpoint-course-')), course.id);
  mkdirSync(folder);
  const modules = course.modules.map((one) => one.id);
  const files = {
    'course.yaml': stringify({ ...course, modules }),
    ...Object.fromEntries(
      course.modules.map((one) => [`${one.id}.yaml`, stringify(one, { aliasDuplicateObjects: false })]),
    ),
    ...texts,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}
