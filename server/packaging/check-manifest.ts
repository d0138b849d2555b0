/** The rules of a SCORM manifest that hold between its elements, or more narrowly than its schemas say. */

import { SCORM, STANDARDS } from '../package-standards.ts';
import { finding, type PackageFinding, twice } from './finding.ts';
import { everyElement, type ManifestElement, ownElements } from './manifest-tree.ts';

type Named = (local: string) => readonly ManifestElement[];

export function checkManifest(root: ManifestElement): PackageFinding[] {
  const own = ownElements(root);
  const named: Named = (local) => own.filter((one) => one.local === local);
  const all = everyElement(root);
  const anywhere: Named = (local) => all.filter((one) => one.local === local);
  return [
    ...checkSchema(named),
    ...checkPrefixes(root),
    ...checkIdentifiers(own),
    ...checkTitles(named('organization'), named('item')),
    ...checkReferences(named),
    ...checkContentObjects(named),
    ...checkNumbers(anywhere),
  ];
}

function checkSchema(named: Named): PackageFinding[] {
  const schema = named('schema')[0]?.text.trim();
  const version = named('schemaversion')[0]?.text.trim();
  const versions: readonly string[] = SCORM.map((one) => STANDARDS[one].schemaVersion);
  const isKnown = schema === 'ADL SCORM' && version !== undefined && versions.includes(version);
  const message = `The schema is “${schema ?? ''}”, version “${version ?? ''}”. LMSs read what they do not know as 1.2.`;
  return isKnown ? [] : [finding('schema-named', message)];
}

/** The prefixes that LMSs look for as text, by what their namespaces contain. */
const PREFIXES = { adlcp: '/adlcp_', adlseq: '/adlseq_', adlnav: '/adlnav_', imsss: '/imsss' } as const;

function checkPrefixes(root: ManifestElement): PackageFinding[] {
  return Object.entries(root.attributes).flatMap(([name, namespace]) => {
    const wanted = Object.entries(PREFIXES).find(([, part]) => namespace.includes(part))?.[0];
    const isOurs = !name.startsWith('xmlns') || wanted === undefined || name === `xmlns:${wanted}`;
    return isOurs ? [] : [finding('prefixes', `The namespace ${namespace} has the name ${name}, not ${wanted}.`)];
  });
}

function checkIdentifiers(all: readonly ManifestElement[]): PackageFinding[] {
  const needed = ['manifest', 'organization', 'item', 'resource'];
  const identifiers = all.filter((one) => needed.includes(one.local)).map((one) => one.attributes.identifier ?? '');
  // A 260-character identifier crashed the import of Moodle 5.1.
  const wrong = identifiers.filter((one) => one === '' || one.length > 255);
  return [
    ...wrong.map((one) => finding('identifiers', `The identifier “${one.slice(0, 40)}” is empty or too long.`)),
    ...twice(identifiers).map((one) => finding('identifiers', `The identifier ${one} stands there twice.`)),
  ];
}

function checkTitles(...titled: readonly (readonly ManifestElement[])[]): PackageFinding[] {
  return titled.flat().flatMap((one) => {
    const title = one.children.find((child) => child.local === 'title')?.text.trim() ?? '';
    // A 300-character title crashed the import of Moodle 5.1.
    if (title !== '' && title.length <= 200) return [];
    return [finding('titles', `The title of ${one.attributes.identifier} has ${title.length} characters.`)];
  });
}

function checkReferences(named: Named): PackageFinding[] {
  // An item may lead to a manifest within the manifest (IMS CP 1.1.2, 4.5).
  const resources = new Set([...named('resource'), ...named('manifest')].map((one) => one.attributes.identifier));
  const organizations = named('organization').map((one) => one.attributes.identifier);
  const refs = named('item').flatMap((one) => one.attributes.identifierref ?? []);
  // In 1.2 it need not be named: then it is the first (CAM 2.2.2).
  const is12 = named('schemaversion')[0]?.text.trim() === '1.2';
  const first = named('organizations')[0]?.attributes.default;
  return [
    ...refs
      .filter((one) => !resources.has(one))
      .map((one) => finding('references', `An item refers to the resource ${one}, which is not there.`)),
    ...(first === undefined && is12
      ? []
      : organizations.includes(first)
        ? []
        : [finding('references', `The default organization “${first ?? ''}” is not there.`)]),
  ];
}

function checkContentObjects(named: Named): PackageFinding[] {
  const resources = named('resource');
  const items = named('item').filter((one) => one.attributes.identifierref !== undefined);
  return [
    ...(items.length === 1 ? [] : [finding('one-sco', `There are ${items.length} items to launch.`)]),
    ...checkScormType(resources, named('schemaversion')[0]?.text.trim() ?? ''),
  ];
}

function checkScormType(resources: readonly ManifestElement[], version: string): PackageFinding[] {
  const spelling = version === '1.2' ? 'scormtype' : version.startsWith('2004 ') ? 'scormType' : undefined;
  if (!spelling) return [];
  const isSco = resources.some((one) =>
    Object.entries(one.attributes).some(([name, value]) => name.split(':').at(-1) === spelling && value === 'sco'),
  );
  return isSco ? [] : [finding('scorm-type', `No resource has adlcp:${spelling}="sco".`)];
}

function checkNumbers(named: Named): PackageFinding[] {
  const isWithin = (text: string | undefined, most: number): boolean =>
    /^\d+(\.\d+)?$/.test(text?.trim() ?? '') && Number(text) <= most;
  const measures = [
    ...named('minNormalizedMeasure').map((one) => one.text),
    ...named('completionThreshold').map((one) => one.attributes.minProgressMeasure ?? (one.text.trim() || '1.0')),
  ];
  return [
    ...named('masteryscore')
      .filter((one) => !isWithin(one.text, 100))
      .map((one) => finding('mastery-score', `The mastery score is “${one.text}”.`)),
    ...measures
      .filter((one) => !isWithin(one, 1))
      .map((one) => finding('measures', `A measure is “${one}”, and not between 0 and 1.`)),
  ];
}
