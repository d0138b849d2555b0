/** The schemas as JSON Schema files, for editors that complete and check YAML while it is written. */
import type { TSchema } from 'typebox';
import { CourseFile, Module } from './schema.ts';

/** Draft 7, because TypeBox writes a tuple as a list of `items`; YAML editors read it as well as any later one. */
const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** File names in `courses/`, each with the schema that it holds. */
export function editorSchemas(): Record<string, object> {
  return {
    'course.schema.json': editorSchema('A course', CourseFile),
    'module.schema.json': editorSchema('A module', Module),
  };
}

const editorSchema = (title: string, schema: TSchema): object => ({ $schema: DRAFT, title, ...schema });
