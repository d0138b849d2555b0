/** The module files that a course file lists. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Module, type Scenario } from '../../courses/model/schema.ts';
import { checkShape } from './check-shape.ts';
import { type FileFinding, findingAt, shapeFindings, yamlFindings } from './finding.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

export interface ModuleReading {
  readonly yaml: YamlFile;
  /** The name in the course file's list, which is also the file's. */
  readonly name: string;
  readonly findings: readonly FileFinding[];
  /** Where the whole file fits the schema. */
  readonly module: Module | undefined;
  /** The scenarios that fit the schema, by their positions in the file, whatever else does not. */
  readonly scenarios: ReadonlyMap<number, Scenario>;
}

const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Every listed module whose name can be that of a file, in teaching order. */
export function readModules(folder: string, courseYaml: YamlFile): ModuleReading[] {
  return listedIn(courseYaml.data)
    .filter((name) => KEY.test(name))
    .map((name) => readModule(folder, name));
}

function listedIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('modules' in data) || !Array.isArray(data.modules)) return [];
  return data.modules.filter((one) => typeof one === 'string');
}

function readModule(folder: string, name: string): ModuleReading {
  const yaml = readYamlFile(path.join(folder, `${name}.yaml`));
  const problems = yamlFindings(yaml, name);
  if (yaml.data === undefined) return { yaml, name, findings: problems, module: undefined, scenarios: new Map() };
  const shape = checkShape(Module, yaml.data);
  const findings = [...problems, ...shapeFindings(yaml, name, shape)];
  const list = (yaml.data as Partial<Module> | null)?.scenarios;
  const broken = new Set(shape.filter((one) => one.path[0] === 'scenarios').map((one) => one.path[1]));
  const fitting = Array.isArray(list) && !broken.has(undefined) ? [...list.entries()] : [];
  const scenarios = new Map(fitting.filter(([index]) => !broken.has(index)));
  if (shape.length > 0) return { yaml, name, findings, module: undefined, scenarios };
  const module = yaml.data as Module;
  if (module.id !== name) {
    const message = `The file is ${name}.yaml and the module “${module.id}”. Give both the same name.`;
    findings.push(findingAt(yaml, { rule: 'module-id', module: name, path: ['id'] }, message));
  }
  return { yaml, name, findings, module, scenarios };
}

/** YAML files of the folder that the course does not list: learners never see them. */
export function unlisted(folder: string, courseYaml: YamlFile): FileFinding[] {
  if (courseYaml.data === undefined) return [];
  const listed = listedIn(courseYaml.data);
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith('.yaml') && one.name !== 'course.yaml')
    .map((one) => one.name.slice(0, -'.yaml'.length));
  return names
    .filter((name) => !listed.includes(name))
    .map((name) => ({
      ...findingAt(
        courseYaml,
        { rule: 'unlisted-module', path: ['modules'] },
        `${name}.yaml is not among the modules here. List it, or take the file away.`,
      ),
      severity: 'warning',
    }));
}
