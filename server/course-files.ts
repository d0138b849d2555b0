/** Courses from disk: read, checked all at once, and, where nothing is wrong, compiled and named by their hash. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Content, compileCourse } from '../courses/model/content.ts';
import type { Guidance } from '../courses/model/guidance.ts';
import type { Finding } from '../courses/model/lint/finding.ts';
import { lint, lintScenario } from '../courses/model/lint/lint.ts';
import { type Course, CourseFile } from '../courses/model/schema.ts';
import { contentHash } from './content-hash.ts';
import { checkShape } from './courses/check-shape.ts';
import { type FileFinding, findingAt, isError, located, shapeFindings, yamlFindings } from './courses/finding.ts';
import { type GuidanceReading, readGuidance } from './courses/guidance-files.ts';
import { type ModuleReading, readModules, unlisted } from './courses/module-files.ts';
import { type SourceFile, sourceOf } from './courses/source-files.ts';
import { readYamlFile, type YamlFile } from './courses/yaml-file.ts';
import { renderMarkdown } from './markdown.ts';
import { root } from './root.ts';

export type { FileFinding } from './courses/finding.ts';

export interface CourseReading {
  /** The name of its folder. */
  readonly id: string;
  /** Every mistake there is, errors and warnings, in the order of the files. */
  readonly findings: readonly FileFinding[];
  /** Where the files fit the schema. */
  readonly course?: Course;
  readonly guidance?: Guidance;
  /** Where no finding is an error: what may be published. */
  readonly content?: Content;
  readonly hash?: string;
  /** The very bytes that the content was made from. */
  readonly source?: readonly SourceFile[];
}

export const coursesFolder = path.join(root, 'courses');

/** Every course in `courses/`, by the names of their folders; hidden folders are none. @param isPublished see `readCourse` */
export function readCourses(folder = coursesFolder, isPublished?: (hash: string) => boolean): CourseReading[] {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  const folders = names.filter((name) => existsSync(path.join(folder, name, 'course.yaml')));
  return folders.sort().map((name) => readCourse(path.join(folder, name), isPublished));
}

/**
 * The course in a folder: `course.yaml`, and a file for each module that it lists.
 * @param isPublished a content that has been published passed lint then, and is not linted again: that is half of the
 * time of reading, on every start of the server
 */
export function readCourse(folder: string, isPublished: (hash: string) => boolean = () => false): CourseReading {
  const id = path.basename(folder);
  const yaml = readYamlFile(path.join(folder, 'course.yaml'));
  const modules = readModules(folder, yaml);
  const { document, findings: aboutGuidance } = readGuidanceOf(yaml);
  const guidance = document?.guidance;
  const own = [...checkCourseFile(yaml, id), ...aboutGuidance, ...unlisted(folder, yaml)];
  const read = [...own, ...modules.flatMap((one) => one.findings)];
  const yamlOf = (name: string | null): YamlFile => modules.find((one) => one.name === name)?.yaml ?? yaml;
  if (!guidance) return { id, findings: read };
  if (read.some(isError)) {
    // What can be judged already is, so that an author mends everything in one go.
    return { id, findings: [...read, ...located(lintFitting(modules, guidance), yamlOf)] };
  }
  const course: Course = { ...(yaml.data as CourseFile), modules: modules.flatMap((one) => one.module ?? []) };
  const content = compileCourse(course, guidance, renderMarkdown);
  const hash = contentHash(content);
  const linted = isPublished(hash) ? [] : located(lint(course, guidance), yamlOf);
  const findings = [...read, ...linted];
  if (findings.some(isError)) return { id, findings, course, guidance };
  const source = sourceOf([yaml, ...modules.map((one) => one.yaml)], document);
  return { id, findings, course, guidance, content, hash, source };
}

function checkCourseFile(yaml: YamlFile, id: string): FileFinding[] {
  const problems = yamlFindings(yaml, null);
  if (yaml.data === undefined) return problems;
  const shape = checkShape(CourseFile, yaml.data);
  const findings = [...problems, ...shapeFindings(yaml, null, shape)];
  const named = (yaml.data as Partial<CourseFile> | null)?.id;
  if (shape.length === 0 && named !== id) {
    const message = `The folder is ${id} and the course “${named}”. Give both the same name.`;
    findings.push(findingAt(yaml, { rule: 'course-id', path: ['id'] }, message));
  }
  return findings;
}

function readGuidanceOf(yaml: YamlFile): { document?: GuidanceReading; findings: FileFinding[] } {
  const id = (yaml.data as Partial<CourseFile> | null | undefined)?.guidance;
  if (typeof id !== 'string') return { findings: [] };
  const document = readGuidance(id);
  const findings = document.problems.map((message) =>
    findingAt(yaml, { rule: 'guidance', path: ['guidance'] }, message),
  );
  return { document, findings };
}

function lintFitting(modules: readonly ModuleReading[], guidance: Guidance): Finding[] {
  return modules.flatMap(({ name, scenarios }) =>
    [...scenarios].flatMap(([index, scenario]) => lintScenario(scenario, guidance, { module: name, index }).findings),
  );
}
