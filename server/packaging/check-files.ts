/** The files of a package: listed and there, with names and types that every server hands out, asking nobody else. */

import type { PackageFile } from '../package-files.ts';
import { launchUrls } from './check-course-structure.ts';
import { checkPage } from './check-page.ts';
import { finding, type PackageFinding } from './finding.ts';
import { descriptions, type LedTo, leadsTo, ledTo } from './leads-to.ts';
import { type ManifestElement, ownElements } from './manifest-tree.ts';
import { README } from './readme.ts';

const NAME = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*(\/[a-z0-9_-]+(\.[a-z0-9_-]+)*)*$/;
/** What old servers know: IIS lacks .mjs, .wasm, .webp and .json, and then answers 404. */
const TYPES = /\.(html|js|css|woff2|svg|png|jpg|mp3|mp4|vtt|xml)$/;
/** The schemas of LOM lie in folders beside their first. */
const SCHEMA = /\.(xsd|dtd)$/;
const OTHER_HOST = /^([a-z]+:)?\/\//i;

/** The files of a SCORM package. */
export function checkFiles(files: readonly PackageFile[], manifest: ManifestElement): PackageFinding[] {
  const names = new Set(files.map((one) => one.name));
  const resources = ledTo(manifest, names);
  const listed = resources.flatMap((one) => one.files);
  const described = descriptions(manifest, names);
  const known = new Set([...listed, ...described]);
  const carried = [...names].filter((one) => one !== 'imsmanifest.xml' && !SCHEMA.test(one));
  return [
    ...[...listed, ...described]
      .filter((one) => !names.has(one))
      .map((one) => finding('files-there', `${one} is listed and not there.`)),
    ...carried
      .filter((one) => !known.has(one))
      .map((one) => finding('files-listed', `${one} is there and not listed.`)),
    ...checkLaunches(resources, manifest),
    ...checkNames(carried),
    ...checkSchemas(manifest, names),
    ...files.flatMap(checkPage),
    ...ownElements(manifest)
      .flatMap((one) => one.attributes.href ?? [])
      .filter((one) => OTHER_HOST.test(one))
      .map((one) => finding('no-other-host', `The manifest refers to ${one}.`)),
  ];
}

/** Only what an item leads to is launched: other resources are what that needs, and have no address of their own. */
function checkLaunches(resources: readonly LedTo[], manifest: ManifestElement): PackageFinding[] {
  const wanted = new Set(
    ownElements(manifest)
      .filter((one) => one.local === 'item')
      .map((one) => one.attributes.identifierref),
  );
  return resources
    .filter(({ resource }) => wanted.has(resource.attributes.identifier))
    .filter(({ resource: { attributes }, launched, files }) =>
      launched === undefined ? !OTHER_HOST.test(attributes.href ?? '') : !files.includes(launched),
    )
    .map(({ resource: { attributes } }) =>
      finding('launch-listed', `The launched file “${attributes.href ?? ''}” is not among its files.`),
    );
}

/** What a launch adds to an address (cmi5 8.1), so that the address itself may not. */
const LAUNCH_NAMES = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'];

/** The files of a cmi5 package, which lists none: what is launched lies in the zip (14.1). */
export function checkCourseFiles(files: readonly PackageFile[], structure: ManifestElement): PackageFinding[] {
  const names = new Set(files.map((one) => one.name));
  const urls = launchUrls(structure);
  return [
    ...checkNames([...names].filter((one) => one !== 'cmi5.xml')),
    ...files.flatMap(checkPage),
    ...urls
      .filter((one) => OTHER_HOST.test(one))
      .map((one) => finding('no-other-host', `The course structure launches ${one.slice(0, 80)}.`)),
    ...urls
      .filter((one) => !OTHER_HOST.test(one) && !names.has(leadsTo(one, [], names) ?? ''))
      .map((one) => finding('launch-url', `“${one.slice(0, 80)}” is launched and not in the zip.`)),
    ...urls
      .filter((one) =>
        [...new URLSearchParams(one.split('?')[1] ?? '').keys()].some((key) => LAUNCH_NAMES.includes(key)),
      )
      .map((one) => finding('launch-url', `“${one.slice(0, 80)}” has a name that the launch needs.`)),
  ];
}

const checkNames = (carried: readonly string[]): PackageFinding[] => [
  ...carried
    .filter((one) => one !== README && !NAME.test(one))
    .map((one) => finding('file-names', `“${one}” has letters that some servers lose.`)),
  ...carried
    .filter((one) => !TYPES.test(one))
    .map((one) => finding('file-types', `${one} is of a type that some servers do not hand out.`)),
];

/** xsi:schemaLocation is pairs of a namespace and a file. */
function checkSchemas({ attributes }: ManifestElement, names: ReadonlySet<string>): PackageFinding[] {
  const words = (attributes['xsi:schemaLocation'] ?? '').split(/\s+/).filter(Boolean);
  const schemas = words.filter((_, at) => at % 2 === 1);
  const missing = schemas.filter((one) => !names.has(one));
  if (schemas.length === 0) return [finding('schemas-carried', 'The manifest names no schema.')];
  return missing.map((one) => finding('schemas-carried', `The schema ${one} is not at the root of the zip.`));
}
