import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Course } from '../../courses/model/schema.ts';
import { contentHash } from '../../server/content-hash.ts';
import { readCourse, readCourses } from '../../server/course-files.ts';
import { isError } from '../../server/courses/finding.ts';
import { writeCourse } from '../support/course-folder.ts';
import { tinyCourse } from '../support/tiny-course.ts';

/** The tiny course cites the real guidance, which is what stands on disk; it is too short for lint, and fits the schema. */
const course: Course = { ...tinyCourse, modules: structuredClone(tinyCourse.modules) };
const moduleText = stringify(course.modules[0], { aliasDuplicateObjects: false });

/** What reading says about one file of a course, as `line rule message`. */
function said(texts: Record<string, string>, file: string): string[] {
  const { findings } = readCourse(writeCourse(course, texts));
  return findings
    .filter((one) => path.basename(one.file) === file)
    .map((one) => `${one.line} ${one.rule} ${one.message}`);
}

const TEN_MISTAKES = `id: security
titel: Security
question: Who can see this?
summary: Stories about who can see what.
section: security
outcomes:
  - Only one
scenarios:
  - id: Team
    title: A story
    setting: A team
    summary: Something happens.
    you: You are a social worker.
    you: You are a manager.
    tension: { between: [2.2, "5.6"], text: They pull apart. }
    judgement: How far to go is for you.
    supervision: What would you have done?
    scenes:
      - id: one
        title: One
        blocks:
          - kind: emial
            text: Hello
          - kind: narration
            text: Hello
            clauses: [security-1]
        decision:
          kind: choose
          id: a
          ask: What now?
          choices:
            - { id: t, text: Ask, rating: storng, reason: Why., clauses: [security.1], consequence: So., to: two }
            - { id: s, text: Wait, rating: sound, clauses: [security.1], consequence: So., to: two }
      - id: two
        title: Two
        ending: { tone: well, title: The end, text: It ends. }
  - id: fits
    title: A story that fits the schema
    setting: A team
    summary: Something happens.
    you: You are a social worker.
    tension: { between: ["2.2", "5.6"], text: They pull apart. }
    judgement: How far to go is for you.
    supervision: What would you have done?
    scenes:
      - { id: one, title: One, next: too }
      - { id: two, title: Two, ending: { tone: well, title: The end, text: It ends. } }
`;

describe('a course file with ten different mistakes', () => {
  const findings = said({ 'security.yaml': TEN_MISTAKES }, 'security.yaml');

  it.each([
    ['a field that stands twice', '14 yaml “you” stands twice here. Keep one.'],
    ['a field that is missing', '1 shape “title” is missing here. Add it.'],
    ['a misspelt field', '2 shape “titel” is not a field here. Did you mean “title”?'],
    ['a list that is too short', '6 shape This list is too short. It needs at least 2.'],
    ['an id that does not fit', '9 shape “Team” does not fit. Expected: One to four lower-case letters or digits.'],
    [
      'a number where text is meant',
      '15 shape This should be text, and is the number “2.2”. Put quotation marks round it.',
    ],
    [
      'a kind that there is not',
      '22 shape “emial” is none of narration, email, chat, post, call, settings, record, document. Did you mean “email”?',
    ],
    [
      'a clause id that does not fit',
      '26 shape “security-1” does not fit. Expected: A clause of the guidance: its section and point, such as security.3.',
    ],
    [
      'a rating that there is not',
      '32 shape “storng” is none of strong, sound, risky, harmful. Did you mean “strong”?',
    ],
    ['a choice without a reason', '33 shape “reason” is missing here. Add it.'],
  ])('is refused with a finding that names the line and what to do: %s', (_, finding) => {
    expect(findings.some((one) => one.startsWith(finding))).toBe(true);
  });

  it('is judged as far as it fits, and nothing is said twice', () => {
    expect(findings).toContain(
      '46 missing-scene There is no scene “too” in this story. Did you mean “two”? Name one that there is, or write it.',
    );
    const [shape, rest] = [
      findings.filter((one) => / (shape|yaml) /.test(one)),
      findings.filter((one) => !/ (shape|yaml) /.test(one)),
    ];
    expect(shape).toHaveLength(10);
    expect(new Set(findings).size).toBe(findings.length);
    expect(rest.every((one) => !one.includes('unpractised'))).toBe(true);
  });

  it('is not published', () => {
    const reading = readCourse(writeCourse(course, { 'security.yaml': TEN_MISTAKES }));
    expect(reading.course).toBeUndefined();
    expect(reading.content).toBeUndefined();
    expect(reading.findings.every((one) => one.line > 0 && one.file.endsWith('.yaml'))).toBe(true);
  });
});

describe('a course is refused', () => {
  it.each([
    ['whose YAML cannot be read', 'id: [security\n', /yaml This is not valid YAML/],
    ['whose lines are indented by tabs', 'id: a\nscenarios:\n\t- id: b\n', /3 yaml A tab indents this line/],
    [
      'that uses a tag',
      moduleText.replace('title: Security', 'title: !secret Security'),
      /2 yaml Tags \(words that begin with !\)/,
    ],
    [
      'that follows an alias without its anchor',
      moduleText.replace('title: Security', 'title: *name'),
      /yaml An alias/,
    ],
    ['that grows beyond all measure by aliases', billionLaughs(), /yaml An alias \(\*name\) cannot be followed/],
    ['that is larger than a course can be', `# ${'x'.repeat(1_000_000)}\n`, /1 yaml The file has \d+ bytes/],
    ['that is a list and not a module', '- a\n- b\n', /1 shape This should be fields/],
    ['that is empty', '', /1 shape This should be fields .* and is empty/],
    [
      'whose name is another’s',
      moduleText.replace('id: security', 'id: safety'),
      /1 module-id The file is security.yaml and the module “safety”/,
    ],
  ])('%s', (_, text, message) => {
    expect(said({ 'security.yaml': text }, 'security.yaml').join('\n')).toMatch(message);
  });

  it('whose module file is missing', () => {
    const { findings } = readCourse(
      writeCourse(course, { 'course.yaml': stringify({ ...course, modules: ['security', 'tools'] }) }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'yaml', line: 1, file: expect.stringMatching(/tools\.yaml$/) }),
    );
  });

  it('whose folder has another name, whose guidance is unknown, or which has no course file', () => {
    const changed = { ...course, modules: ['security'] };
    expect(said({ 'course.yaml': stringify({ ...changed, id: 'other' }) }, 'course.yaml').join()).toContain(
      '1 course-id',
    );
    const unknown = stringify({ ...changed, guidance: 'none@2025-08-20' });
    expect(said({ 'course.yaml': unknown }, 'course.yaml').join()).toContain(
      'guidance There is no guidance “none@2025-08-20”',
    );
    expect(readCourse(path.join(writeCourse(course), 'nowhere')).findings[0]?.message).toContain('no such file');
  });

  it('that lists a module outside its folder', () => {
    const listed = stringify({ ...course, modules: ['../../secret'] });
    const findings = said({ 'course.yaml': listed }, 'course.yaml');
    expect(findings.some((one) => one.includes('shape “../../secret” does not fit'))).toBe(true);
    expect(
      readCourse(writeCourse(course, { 'course.yaml': listed })).findings.some((one) => one.file.includes('secret')),
    ).toBe(false);
  });

  it('with a warning where a file is listed nowhere', () => {
    const { findings } = readCourse(writeCourse(course, { 'draft.yaml': 'id: draft\n' }));
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'unlisted-module',
        severity: 'warning',
        message: expect.stringContaining('draft.yaml'),
      }),
    );
  });
});

function billionLaughs(): string {
  const levels = Array.from(
    { length: 12 },
    (_, level) => `l${level + 1}: &l${level + 1} [${Array(10).fill(`*l${level}`).join(', ')}]`,
  );
  return ['l0: &l0 [lol]', ...levels, ''].join('\n');
}

describe('the courses of this repository', () => {
  const readings = readCourses();

  it('have no error', () => {
    expect(readings.map((one) => one.id)).toContain('communicating-online');
    expect(readings.flatMap((one) => one.findings.filter(isError))).toEqual([]);
  });

  it('are published under the same hash however often they are read', () => {
    const again = readCourses();
    expect(again.map((one) => one.hash)).toEqual(readings.map((one) => one.hash));
    expect(readings.every((one) => one.content && contentHash(one.content) === one.hash)).toBe(true);
  });

  it('are not judged again once they are published, and are as soon as they change', () => {
    const folder = writeCourse(course);
    const judged = readCourse(folder);
    expect(judged.findings.some(isError)).toBe(true);
    const asked: string[] = [];
    const known = readCourse(folder, (hash) => asked.push(hash) > 0);
    expect(known.findings).toEqual([]);
    expect(known.hash).toBe(asked[0]);
    expect(readCourse(folder, () => false).hash).toBeUndefined();
  });

  it('are published under another hash as soon as a word changes', () => {
    const [reading] = readings;
    const content = reading?.content;
    if (!content) throw new Error('There is no course to change.');
    const changed = { ...content, course: { ...content.course, promise: `${content.course.promise}!` } };
    expect(contentHash(changed)).not.toBe(reading.hash);
  });
});
