/**
 * What a schema cannot see in a package: references that lead nowhere, words that only look right. Each finding names
 * the rule that it breaks; the quirks behind them were seen in LMSs that import silently and then fail.
 */
import { create } from 'xmlbuilder2';
import type { PackageFile } from './package-files.ts';

export interface PackageFinding {
  readonly rule: string;
  readonly message: string;
}

interface Element {
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly attributes: Iterable<{ name: string; value: string }>;
  readonly childNodes: Iterable<unknown>;
}

const SCHEMA_VERSIONS = ['1.2', '2004 3rd Edition', '2004 4th Edition'];
const NAME = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*(\/[a-z0-9_-]+(\.[a-z0-9_-]+)*)*$/i;

/** Every reference rule that a SCORM package breaks; none where all is well. */
export function checkPackage(files: readonly PackageFile[]): PackageFinding[] {
  const manifest = files.find((one) => one.name === 'imsmanifest.xml');
  if (!manifest) return [{ rule: 'manifest-at-root', message: 'There is no imsmanifest.xml at the root of the zip.' }];
  const elements = everyElement(manifest.bytes.toString('utf8'));
  const named = (name: string) => elements.filter((one) => one.nodeName.split(':').at(-1) === name);
  return [
    ...checkFiles(files, named('file')),
    ...checkReferences(named('item'), named('resource')),
    ...checkWords(elements, named('schemaversion')),
    ...checkMarks(named('masteryscore'), named('minNormalizedMeasure')),
  ];
}

function checkFiles(files: readonly PackageFile[], listed: readonly Element[]): PackageFinding[] {
  const names = files.map((one) => one.name);
  const hrefs = listed.map((one) => attribute(one, 'href') ?? '');
  const carried = (name: string) => name === 'imsmanifest.xml' || /\.(xsd|dtd)$/.test(name);
  return [
    ...hrefs
      .filter((one) => !names.includes(one))
      .map((one) => finding('file-missing', `${one} is listed and not there.`)),
    ...names
      .filter((one) => !carried(one) && !hrefs.includes(one))
      .map((one) => finding('file-unlisted', `${one} is there and not listed.`)),
    ...names
      .filter((one) => !NAME.test(one))
      .map((one) => finding('file-name', `${one} has letters some servers refuse.`)),
  ];
}

function checkReferences(items: readonly Element[], resources: readonly Element[]): PackageFinding[] {
  const ids = resources.map((one) => attribute(one, 'identifier'));
  const launched = items.flatMap((one) => attribute(one, 'identifierref') ?? []);
  const scos = resources.filter((one) => scormType(one)?.value === 'sco');
  return [
    ...launched
      .filter((one) => !ids.includes(one))
      .map((one) => finding('identifierref', `An item refers to the resource ${one}, which is not there.`)),
    ...(launched.length === 1
      ? []
      : [finding('one-sco', `There are ${launched.length} items to launch; we make one.`)]),
    ...(scos.length === 1 ? [] : [finding('one-sco', `There are ${scos.length} SCOs; we make one.`)]),
    ...resources.flatMap((one) => {
      const listed = [...one.childNodes].filter(isElement).map((child) => attribute(child, 'href'));
      const href = attribute(one, 'href');
      return listed.includes(href)
        ? []
        : [finding('launch-listed', `The launched file ${href} is not among its files.`)];
    }),
  ];
}

function checkWords(elements: readonly Element[], versions: readonly Element[]): PackageFinding[] {
  const version = versions[0]?.textContent ?? '';
  const right = version === '1.2' ? 'adlcp:scormtype' : 'adlcp:scormType';
  return [
    ...(SCHEMA_VERSIONS.includes(version)
      ? []
      : [finding('schemaversion', `The schema version is “${version}”. Moodle reads anything unknown as 1.2.`)]),
    ...elements
      .flatMap((one) => scormType(one) ?? [])
      .filter((one) => one.name !== right)
      .map((one) => finding('scormtype', `${one.name} should be ${right} in ${version}.`)),
  ];
}

function checkMarks(mastery: readonly Element[], measures: readonly Element[]): PackageFinding[] {
  const outside = (one: Element, most: number) => !(Number(one.textContent) >= 0 && Number(one.textContent) <= most);
  return [
    ...mastery.filter((one) => outside(one, 100)).map(() => finding('masteryscore', 'A mastery score is 0 to 100.')),
    ...measures.filter((one) => outside(one, 1)).map(() => finding('measure', 'A normalised measure is 0 to 1.')),
  ];
}

const finding = (rule: string, message: string): PackageFinding => ({ rule, message });
const attribute = (one: Element, name: string): string | undefined =>
  [...one.attributes].find((given) => given.name === name)?.value;
const scormType = (one: Element) => [...one.attributes].find((given) => /:scormtype$/i.test(given.name));

function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'nodeType' in node && node.nodeType === 1;
}

function everyElement(xml: string): Element[] {
  const collect = (one: Element): Element[] => [one, ...[...one.childNodes].filter(isElement).flatMap(collect)];
  const top: unknown = create(xml).root().node;
  return isElement(top) ? collect(top) : [];
}
