/** Validates a manifest against schema files: those of its own package, or those that we carry ourselves. */
import { validateXML } from 'xmllint-wasm';
import type { PackageFile } from './package-files.ts';

/** @returns what the schemas complain of; empty where the manifest is valid */
export async function validateManifest(manifest: PackageFile, schemas: readonly PackageFile[]): Promise<string[]> {
  const texts = schemas.map(({ name, bytes }) => ({ fileName: name, contents: readable(bytes.toString('utf8')) }));
  const { errors } = await validateXML({
    xml: { fileName: manifest.name, contents: manifest.bytes.toString('utf8') },
    schema: { fileName: 'wrapper.xsd', contents: wrapper(texts) },
    preload: texts,
  });
  return errors.map((one) => one.message);
}

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
