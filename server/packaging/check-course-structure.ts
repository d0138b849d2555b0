/** What the schema cannot see in a course structure of cmi5 (13): IRIs that are none, objectives that nobody defined. */
import { finding, type PackageFinding, twice } from './finding.ts';
import { everyElement, type ManifestElement, ownElements } from './manifest-tree.ts';

export function checkCourseStructure(root: ManifestElement): PackageFinding[] {
  const own = ownElements(root);
  return [
    ...checkIris(own),
    ...checkObjectives(own),
    ...named(own, 'au').flatMap(checkAu),
    ...[...named(own, 'course'), ...named(own, 'au')].flatMap(checkTitle),
  ];
}

const named = (elements: readonly ManifestElement[], local: string): ManifestElement[] =>
  elements.filter((one) => one.local === local);

/** An IRI begins with its scheme: a reference that is relative to nothing is none (3). */
const isIri = (text: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text);

function checkIris(own: readonly ManifestElement[]): PackageFinding[] {
  const ids = own.flatMap((one) => one.attributes.id ?? []);
  const types = named(own, 'au').flatMap((one) => one.attributes.activityType ?? []);
  return [
    ...[...ids, ...types]
      .filter((one) => !isIri(one))
      .map((one) => finding('iris', `“${one.slice(0, 80)}” is no whole IRI.`)),
    ...twice(ids).map((one) => finding('iris', `The id ${one.slice(0, 80)} stands there twice.`)),
  ];
}

function checkObjectives(own: readonly ManifestElement[]): PackageFinding[] {
  const objectives = named(own, 'objective');
  const defined = new Set(objectives.map((one) => one.attributes.id));
  return objectives
    .flatMap((one) => one.attributes.idref ?? [])
    .filter((one) => !defined.has(one))
    .map((one) => finding('objectives', `The objective ${one.slice(0, 80)} is used and not defined.`));
}

function checkAu({ attributes }: ManifestElement): PackageFinding[] {
  const { moveOn, masteryScore } = attributes;
  const name = (attributes.id ?? '').slice(0, 80);
  return [
    ...(moveOn === undefined || moveOn === 'NotApplicable'
      ? [finding('move-on', `The AU ${name} counts as done before it is opened.`)]
      : []),
    ...(masteryScore !== undefined && !isScaled(masteryScore)
      ? [finding('scaled-mastery', `The mastery score of the AU ${name} is “${masteryScore.slice(0, 40)}”.`)]
      : []),
  ];
}

const isScaled = (text: string): boolean => /^\s*(0(\.\d{1,4})?|1(\.0{1,4})?|\.\d{1,4})\s*$/.test(text);

function checkTitle({ local, children }: ManifestElement): PackageFinding[] {
  const title = children.find((one) => one.local === 'title')?.children[0]?.text.trim() ?? '';
  if (title !== '' && title.length <= 200) return [];
  return [finding('titles', `The title of the ${local} has ${title.length} characters.`)];
}

/** Every address that is launched. */
export const launchUrls = (root: ManifestElement): string[] =>
  everyElement(root)
    .filter((one) => one.local === 'au')
    .flatMap((au) => au.children.find((one) => one.local === 'url')?.text.trim() ?? []);
