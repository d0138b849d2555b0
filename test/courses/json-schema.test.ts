import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Errors } from 'typebox/schema';
import { describe, expect, it } from 'vitest';
import { editorSchemas } from '../../courses/model/json-schema.ts';
import { coursesFolder } from '../../server/course-files.ts';
import { goodCourse } from '../support/good-course.ts';

const onDisk = (name: string): object => JSON.parse(readFileSync(path.join(coursesFolder, name), 'utf8'));

describe('the schema files for editors', () => {
  it.each(Object.entries(editorSchemas()))('%s is current: npm run standpoint -- schemas writes it', (name, schema) => {
    expect(onDisk(name)).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it('accept a good module, and not one with a field too many', () => {
    const [module] = goodCourse.modules;
    const schema = onDisk('module.schema.json');
    expect(Errors(schema, module)[1]).toEqual([]);
    expect(Errors(schema, { ...module, titel: 'x' })[1]).not.toEqual([]);
  });
});
