/** What a certificate says on paper and on the page alike. */
import type { CertificateRecord } from './record.ts';

export const NOT_APPROVED = 'No approval by the regulator is implied.';

export const NOT_CPD =
  'A certificate is not CPD (continuing professional development). What you learned, in your own words, can be.';

export function practisedWords({ practised }: CertificateRecord): string {
  return `${practised.length} ${practised.length === 1 ? 'point' : 'points'} of the guidance practised by deciding`;
}

export const guidanceWords = ({ guidance }: CertificateRecord): string =>
  `${guidance.title} (${guidance.publisher}), version ${guidance.id}. ${guidance.notice}`;

/** What was passed: what it is called, its title, and of what it is. */
export function certifiedWords({ course, module, modules = [], wholeCourse, edition }: CertificateRecord) {
  if (module) return { kind: 'module', title: module.title, of: `of the course ${course.title}, edition ${edition}` };
  // In quotation marks: a title may have a comma in it.
  const list = new Intl.ListFormat('en-GB').format(modules.map((one) => `“${one.title}”`));
  if (wholeCourse) return { kind: 'course', title: course.title, of: `edition ${edition}, with the modules ${list}` };
  return { kind: 'modules', title: list, of: `of the course ${course.title}, edition ${edition}` };
}

/** What was done, and the day: of a pass in somebody's LMS, this site knows the day when it was told. */
export function passedWords(record: CertificateRecord, day: string): string {
  const { kind } = certifiedWords(record);
  return `finished and passed the ${kind}${record.employer ? ', as reported' : ''} on ${day}`;
}

/** What cannot be told of a certificate that came through an LMS, said wherever it is shown. */
export const reportedWords = ({ how, employer }: CertificateRecord): string | undefined =>
  employer &&
  `${upperFirst(how)}: this site followed the decisions to a pass, and did not see who took them. Somebody else’s decisions, copied, look the same.`;

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
