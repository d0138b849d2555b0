/** Validates a manifest against the schema files that its own package carries. */
import { validateXML } from 'xmllint-wasm';
import type { UnzippedFile } from './unzip.ts';

/** What the schemas complain of; empty where the manifest is valid. */
export async function validateManifest(files: readonly UnzippedFile[]): Promise<string[]> {
  const manifest = files.find((one) => one.name === 'imsmanifest.xml')?.bytes.toString('utf8') ?? '';
  const schemas = files.filter((one) => /\.(xsd|dtd)$/.test(one.name));
  const { errors } = await validateXML({
    xml: { fileName: 'imsmanifest.xml', contents: manifest },
    schema: { fileName: 'wrapper.xsd', contents: wrapper(manifest) },
    preload: schemas.map(({ name, bytes }) => ({ fileName: name, contents: readable(bytes.toString('utf8')) })),
  });
  return errors.map((one) => one.message);
}

/**
 * ADL's own files for 1.2 are not quite XML Schema: ims_xml.xsd makes the XML namespace its default one (and uses no
 * name without prefix), and imsmd's wildcard is ambiguous beside its own elements. libxml refuses both. Corrected, the
 * second is narrower than it was.
 */
const readable = (schema: string): string =>
  schema
    .replace('xmlns="http://www.w3.org/XML/1998/namespace"', '')
    .replace('<xsd:any namespace="##any"', '<xsd:any namespace="##other"');

/** The validator takes one schema, and a manifest uses several: this one imports each that the manifest names. */
function wrapper(manifest: string): string {
  const locations = /xsi:schemaLocation="([^"]*)"/.exec(manifest)?.[1]?.split(/\s+/) ?? [];
  const imports = locations.flatMap((namespace, at) =>
    at % 2 === 0 ? [`<xs:import namespace="${namespace}" schemaLocation="${locations[at + 1]}"/>`] : [],
  );
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
}
