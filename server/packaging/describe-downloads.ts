/** What a download page shows: one system's best file first, the others below it, and every choice as it stands. */
import type { Content } from '../../courses/model/content.ts';
import { draftNotice } from '../draft-notice.ts';
import { STANDARDS, type Standard } from '../package-standards.ts';
import type { Choice, ChoiceError } from './choice.ts';
import { ownName } from './describe-package.ts';
import { helpPath } from './guides.ts';
import { inText, PRESETS, type PresetId, reportingFor } from './presets.ts';
import { selfTestPath } from './self-test.ts';

export interface DownloadPlace {
  /** The whole course, or the one module that the page is about. */
  readonly content: Content;
  readonly module?: string;
}

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

/** Where the page of a course or module is; a file's name is added to it. */
export const placeOf = ({ content: { course }, module }: DownloadPlace): string =>
  module === undefined ? `/courses/${course.id}/packages` : `/modules/${course.id}/${module}/packages`;

export function describeDownloads(place: DownloadPlace, choice: Choice, errors: readonly ChoiceError[]) {
  const { content, module } = place;
  const { preset, reporting, name, modules } = choice;
  const here = placeOf(place);
  const usual = reportingFor(preset);
  const downloads = (Object.keys(STANDARDS) as Standard[]).map((standard) => {
    const { title, when } = STANDARDS[standard];
    return { standard, title, when, action: `${here}/${standard}.zip` };
  });
  const isBest = ({ standard }: { standard: Standard }): boolean => standard === PRESETS[preset].standard;
  return {
    title: 'Put it in your own learning system',
    current: 'course',
    draft: draftNotice(content),
    course: content.course,
    module: content.modules.find((one) => one.id === module),
    modules: content.modules.map(({ id, title }) => ({ value: id, text: title })),
    systems: (Object.keys(PRESETS) as PresetId[]).map((id) => ({
      title: PRESETS[id].title,
      href: `${here}?lms=${id}`,
      isCurrent: id === preset,
    })),
    preset,
    system: inText(preset),
    help: helpPath(preset),
    selfTest: selfTestPath(PRESETS[preset].standard),
    best: downloads.filter(isBest),
    others: downloads.filter((one) => !isBest(one)),
    ownName: module === undefined ? content.course.title : ownName(oneModule(content, module), false),
    values: {
      what: modules === 'all' ? 'course' : 'modules',
      modules: modules === 'all' ? [] : modules,
      pass: reporting.passAs,
      score: yesOrNo(reporting.score),
      decisions: yesOrNo(reporting.interactions),
      name,
    },
    isChanged: JSON.stringify(reporting) !== JSON.stringify(usual) || name !== '',
    errors,
  };
}

const oneModule = (content: Content, id: string): Content => ({
  ...content,
  modules: content.modules.filter((one) => one.id === id),
});
