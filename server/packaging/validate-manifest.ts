/** Validates a manifest against schema files: those of its own package, or those that we carry ourselves. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PackageFile } from '../package-files.ts';

/** A person who has read this many puts them right first. */
const MOST = 10;

/** @returns what the schemas complain of, ten times at most; empty where the manifest is valid */
export async function validateManifest(manifest: PackageFile, schemas: readonly PackageFile[]): Promise<string[]> {
  const texts = schemas.map(({ name, bytes }) => ({ fileName: name, contents: readable(bytes.toString('utf8')) }));
  const schema = { fileName: 'wrapper.xsd', contents: wrapper(texts) };
  const inputFiles = [{ fileName: manifest.name, contents: manifest.bytes }, schema, ...texts];
  const workerData = { inputFiles, schema: schema.fileName, manifest: manifest.name, most: MOST };
  // Less room for what is young, so that what libxml writes letter by letter is cleared away sooner.
  const resourceLimits = { maxYoungGenerationSizeMb: 1 };
  const worker = new Worker(new URL('./validate-worker.js', import.meta.url), { workerData, resourceLimits });
  const [complaints]: string[][] = await once(worker, 'message');
  return (complaints ?? []).filter((one) => !/ (fails to validate|validates)$/.test(one)).map(withoutPlace);
}

/** Lines of a manifest that programs write tell nobody anything. */
const withoutPlace = (complaint: string): string => complaint.replace(/^[^\s:]+:\d+: /, '');

export const isSchema = ({ name }: { readonly name: string }): boolean => /^[^/]+\.(xsd|dtd)$/.test(name);

/**
 * ADL's own files for 1.2 are not quite XML Schema: ims_xml.xsd makes the XML namespace its default one (and uses no
 * name without prefix), and imsmd's wildcard is ambiguous beside its own elements. libxml refuses both. Corrected, the
 * second is narrower than it was.
 */
const readable = (schema: string): string =>
  schema
    .replace('xmlns="http://www.w3.org/XML/1998/namespace"', '')
    .replace('<xsd:any namespace="##any"', '<xsd:any namespace="##other"');

/** The validator takes one schema, and a manifest uses several: this one imports the first file of each namespace. */
function wrapper(schemas: readonly { readonly fileName: string; readonly contents: string }[]): string {
  const firsts = new Map<string, string>();
  for (const { fileName, contents } of [...schemas].sort((a, b) => (a.fileName < b.fileName ? -1 : 1))) {
    const [, namespace] = /\btargetNamespace\s*=\s*"([^"]*)"/.exec(contents) ?? [];
    if (namespace !== undefined && !firsts.has(namespace)) firsts.set(namespace, fileName);
  }
  const imports = [...firsts].map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
  );
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
}
