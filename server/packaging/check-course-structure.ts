/**
 * The course structure of cmi5 (13), in what its schema says and in what it cannot say. The schema itself is public and
 * carried by nobody; its grammar is small enough to stand here as a table.
 */
import type { PackageFinding } from './check-package.ts';
import { COURSE_STRUCTURE } from './manifest-cmi5.ts';
import { everyElement, type ManifestElement } from './manifest-tree.ts';

const TEXTS = 'title,description,';
const CONTENT = '((au|block),)+';

/** What each element holds, as its children's names in order, and its attributes: required ones end in `!`. */
const GRAMMAR: Readonly<Record<string, { children?: RegExp; attributes?: readonly string[] }>> = {
  courseStructure: { children: new RegExp(`^course,(objectives,)?${CONTENT}$`) },
  course: { children: new RegExp(`^${TEXTS}$`), attributes: ['id!'] },
  block: { children: new RegExp(`^${TEXTS}(objectives,)?${CONTENT}$`), attributes: ['id!'] },
  au: {
    children: new RegExp(`^${TEXTS}(objectives,)?url,(launchParameters,)?(entitlementKey,)?$`),
    attributes: ['id!', 'launchMethod', 'moveOn', 'masteryScore', 'activityType'],
  },
  objectives: { children: /^(objective,)+$/ },
  'defined objective': { children: new RegExp(`^${TEXTS}$`), attributes: ['id!'] },
  'used objective': { children: /^$/, attributes: ['idref!'] },
  title: { children: /^(langstring,)+$/ },
  description: { children: /^(langstring,)+$/ },
  langstring: { children: /^$/, attributes: ['lang'] },
  url: { children: /^$/ },
  launchParameters: { children: /^$/ },
  entitlementKey: { children: /^$/ },
};

const MOVE_ON = ['NotApplicable', 'Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed'];
const LAUNCH = ['OwnWindow', 'AnyWindow'];

export function checkCourseStructure(root: ManifestElement): PackageFinding[] {
  const { own, wrong } = structureOf(root);
  return [
    ...wrong.slice(0, 10).map((one) => finding('structure', one)),
    ...checkIris(own),
    ...checkObjectives(own),
    ...named(own, 'au').flatMap(checkAu),
    ...[...named(own, 'course'), ...named(own, 'au')].flatMap(checkTitle),
  ];
}

/** The elements of cmi5's own, each checked against the grammar. Vendors may add theirs (13.1.5): they are passed by. */
function structureOf(root: ManifestElement): { own: ManifestElement[]; wrong: string[] } {
  const prefix = root.name.slice(0, -root.local.length);
  const space = root.attributes[prefix ? `xmlns:${prefix.slice(0, -1)}` : 'xmlns'];
  const own: ManifestElement[] = [];
  const wrong: string[] = [];
  const isOwn = (one: ManifestElement): boolean => one.name === prefix + one.local;
  const visit = (element: ManifestElement, kind: string, parent: string): void => {
    own.push(element);
    const children = element.children.filter(isOwn);
    wrong.push(...wrongWith(element, kind, children));
    for (const child of children) visit(child, kindOf(child.local, element.local, parent), element.local);
  };
  if (root.local !== 'courseStructure' || space !== COURSE_STRUCTURE) {
    wrong.push(`It is a ${root.local} of “${space ?? ''}”, and no courseStructure of ${COURSE_STRUCTURE}.`);
  } else visit(root, root.local, '');
  return { own, wrong };
}

/** An objective is defined in the list of the course, and used in those of blocks and AUs. */
const kindOf = (local: string, parent: string, grandparent: string): string =>
  local === 'objective' && parent === 'objectives'
    ? `${grandparent === 'courseStructure' ? 'defined' : 'used'} objective`
    : local;

function wrongWith(
  { local, attributes }: ManifestElement,
  kind: string,
  children: readonly ManifestElement[],
): string[] {
  const rule = GRAMMAR[kind];
  if (!rule) return [`The element ${local} is none of cmi5.`];
  const names = children.map((one) => `${one.local},`).join('');
  const asked = rule.attributes ?? [];
  const given = Object.keys(attributes).filter((one) => !one.includes(':') && one !== 'xmlns');
  return [
    ...(rule.children?.test(names) === false
      ? [`The element ${local} does not hold what it has to, in order: ${names.slice(0, 200) || 'nothing'}`]
      : []),
    ...given
      .filter((one) => !asked.includes(one) && !asked.includes(`${one}!`))
      .map((one) => `The element ${local} has an attribute ${one}.`),
    ...asked
      .filter((one) => one.endsWith('!') && !given.includes(one.slice(0, -1)))
      .map((one) => `The element ${local} has no ${one.slice(0, -1)}.`),
  ];
}

const named = (elements: readonly ManifestElement[], local: string): ManifestElement[] =>
  elements.filter((one) => one.local === local);

/** An IRI begins with its scheme: a reference that is relative to nothing is none (3). */
const isIri = (text: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text);

function checkIris(own: readonly ManifestElement[]): PackageFinding[] {
  const ids = own.flatMap((one) => one.attributes.id ?? []);
  const types = named(own, 'au').flatMap((one) => one.attributes.activityType ?? []);
  const seen = new Set<string>();
  const twice = ids.filter((one) => seen.size === seen.add(one).size);
  return [
    ...[...ids, ...types]
      .filter((one) => !isIri(one))
      .map((one) => finding('iris', `“${one.slice(0, 80)}” is no whole IRI.`)),
    ...twice.map((one) => finding('iris', `The id ${one.slice(0, 80)} stands there twice.`)),
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
  const { moveOn, launchMethod, masteryScore } = attributes;
  const name = (attributes.id ?? '').slice(0, 80);
  return [
    ...(moveOn === undefined || moveOn === 'NotApplicable'
      ? [finding('move-on', `The AU ${name} counts as done before it is opened.`)]
      : []),
    ...(moveOn !== undefined && !MOVE_ON.includes(moveOn)
      ? [finding('structure', `moveOn is “${moveOn.slice(0, 40)}”.`)]
      : []),
    ...(launchMethod !== undefined && !LAUNCH.includes(launchMethod)
      ? [finding('structure', `launchMethod is “${launchMethod.slice(0, 40)}”.`)]
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

const finding = (rule: string, message: string): PackageFinding => ({ id: `package.${rule}`, message });
