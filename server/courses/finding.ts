/** What is wrong with a course's files: what lint says, with file and line. */
import type { DataPath, Finding } from '../../courses/model/lint/finding.ts';
import type { ShapeFinding } from './check-shape.ts';
import type { YamlFile } from './yaml-file.ts';

export interface FileFinding extends Omit<Finding, 'path'> {
  readonly file: string;
  readonly line: number;
}

export const isError = (one: { severity: string }): boolean => one.severity === 'error';

/** An error in one file, at a place in its data. */
export function findingAt(
  yaml: YamlFile,
  where: { rule: string; module?: string | null; path?: DataPath; atKey?: boolean },
  message: string,
): FileFinding {
  const { rule, module = null, path = [], atKey = false } = where;
  const names = namesIn(yaml.data, path);
  const line = yaml.lineOf(path, atKey);
  return { rule, severity: 'error', module, ...names, file: yaml.file, line, message };
}

/** What the file gets wrong as YAML. */
export function yamlFindings(yaml: YamlFile, module: string | null): FileFinding[] {
  const nowhere = { scenario: null, scene: null, file: yaml.file, severity: 'error' } as const;
  return yaml.problems.map(({ line, message }) => ({ rule: 'yaml', module, ...nowhere, line, message }));
}

export function shapeFindings(yaml: YamlFile, module: string | null, shape: readonly ShapeFinding[]): FileFinding[] {
  return shape.map(({ path, atKey, message }) => findingAt(yaml, { rule: 'shape', module, path, atKey }, message));
}

/** Lint's findings with file and line; those that name no module are about the course file. */
export function located(findings: readonly Finding[], yamlOf: (module: string | null) => YamlFile): FileFinding[] {
  return findings.map(({ path, ...finding }) => {
    const yaml = yamlOf(finding.module);
    return { ...finding, file: yaml.file, line: yaml.lineOf(path) };
  });
}

/** Scenario and scene by their ids, in data of which nothing is known yet. */
function namesIn(data: unknown, path: DataPath): { scenario: string | null; scene: string | null } {
  const scenario = path[0] === 'scenarios' ? valueAt(data, path.slice(0, 2)) : undefined;
  const scene = path[2] === 'scenes' ? valueAt(scenario, path.slice(2, 4)) : undefined;
  return { scenario: idOf(scenario), scene: idOf(scene) };
}

function valueAt(data: unknown, path: DataPath): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<string | number, unknown>)[key];
  }, data);
}

function idOf(value: unknown): string | null {
  const id = valueAt(value, ['id']);
  return typeof id === 'string' ? id : null;
}
