/** Guidance documents from `courses/guidance`, one file a version, checked before anything is taught from them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Guidance } from '../../courses/model/guidance.ts';
import { root } from '../root.ts';
import { checkShape } from './check-shape.ts';

export interface GuidanceReading {
  readonly file: string;
  /** As they were read. Undefined where there is no such file. */
  readonly bytes?: Buffer;
  /** Undefined where there is a problem. */
  readonly guidance: Guidance | undefined;
  /** Each in plain words, with the file and the place in it. */
  readonly problems: readonly string[];
}

const guidanceFolder = path.join(root, 'courses', 'guidance');

/** @param id document and version, such as communicating-online@2025-08-20; nothing else is looked for on disk */
export function readGuidance(id: string, folder = guidanceFolder): GuidanceReading {
  const file = path.join(folder, `${id}.json`);
  if (!/^[a-z-]+@[0-9-]+$/.test(id) || !existsSync(file)) {
    return { file, guidance: undefined, problems: [`There is no guidance “${id}” in courses/guidance.`] };
  }
  const bytes = readFileSync(file);
  const data = parseJson(bytes.toString('utf8'));
  const shape = checkShape(Guidance, data).map(
    (one) => `${id}.json, ${one.path.join('.') || 'all of it'}: ${one.message}`,
  );
  if (shape.length > 0) return { file, bytes, guidance: undefined, problems: shape };
  const guidance = data as Guidance;
  const problems = [...whatDoesNotFit(guidance, id)];
  return { file, bytes, guidance: problems.length === 0 ? guidance : undefined, problems };
}

/** Undefined, which fits no schema, where the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function* whatDoesNotFit(guidance: Guidance, id: string): Iterable<string> {
  if (`${guidance.id}@${guidance.version}` !== id)
    yield `The file is named ${id} and holds ${guidance.id}@${guidance.version}.`;
  const sections = guidance.sections.map((one) => one.id);
  const standards = guidance.standards.map((one) => one.number);
  const clauses = guidance.clauses.map((one) => one.id);
  for (const [name, ids] of Object.entries({ section: sections, standard: standards, clause: clauses })) {
    for (const twice of ids.filter((one, index) => ids.indexOf(one) < index))
      yield `The ${name} ${twice} stands twice.`;
  }
  for (const clause of guidance.clauses) {
    if (!sections.includes(clause.section))
      yield `Clause ${clause.id} is in section ${clause.section}, which is not listed.`;
    if (clause.id.split('.')[0] !== clause.section)
      yield `Clause ${clause.id} is in section ${clause.section}: rename it.`;
    for (const number of clause.standards) {
      if (!standards.includes(number)) yield `Clause ${clause.id} names standard ${number}, which is not listed.`;
    }
  }
}
