/** `schemas`: writes the JSON Schema files that editors read, after a change to `courses/model/schema.ts`. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { editorSchemas } from '../../courses/model/json-schema.ts';
import { coursesFolder } from '../course-files.ts';
import { type Io, readArgs, UsageError } from './command.ts';

export function writeSchemas(args: readonly string[], io: Io): number {
  if (readArgs(args, {}).positionals.length > 0) throw new UsageError('This command takes no arguments.');
  for (const [name, schema] of Object.entries(editorSchemas())) {
    writeFileSync(path.join(coursesFolder, name), `${JSON.stringify(schema, null, 2)}\n`);
    io.out(`courses/${name}`);
  }
  return 0;
}
