import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { decodePractice } from '../../public/practice/fragment.ts';
import { calendarFile } from '../../public/reflect/calendar-file.ts';
import { decisionsToMeet, remindersOf } from '../../public/reflect/coming-back.ts';
import { takesOf } from '../../public/reflect/taken.ts';
import { kitOf, SURE_AND_WRONG } from '../support/taken.ts';
import { tinyContent } from '../support/tiny-course.ts';

const SITE = 'https://learn.example.org';

/** As a calendar program reads it. */
const entriesOf = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

const fileOf = (takes: string, rest = {}): string => {
  const kit = kitOf(takes, rest);
  return calendarFile(remindersOf(kit), kit.now);
};

describe('the file for a learner’s calendar', () => {
  test('has two whole days, 8 and 16 days on, across the end of a month and of a year', () => {
    const starts = (now: string): string[] =>
      entriesOf(fileOf(SURE_AND_WRONG, { now: new Date(now) })).map((one) => one.startDate.toString());
    expect(starts('2026-11-25T15:30:00Z')).toEqual(['2026-12-03', '2026-12-11']);
    expect(starts('2026-12-24T23:59:00Z')).toEqual(['2027-01-01', '2027-01-09']);
  });

  test('is made of lines of at most 75 octets that end as the standard has them, also with letters of several octets', () => {
    const title = '“Ünë pörte öuverte”; ça, c’est: 🙂'.repeat(6);
    const day = new Date('2026-12-03T00:00:00Z');
    const file = calendarFile(
      [{ day, uid: 'a@b', summary: title, text: `${title}\nBack\\slash`, link: undefined }],
      day,
    );
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...file.split('\r\n').map((one) => Buffer.byteLength(one)))).toBe(75);
    const [entry] = entriesOf(file);
    expect(entry?.summary).toBe(title);
    expect(entry?.description).toBe(`${title}\nBack\\slash`);
  });

  test.each(['\r', '\n', '\r\n', '\u2028', '\u0085'])('takes no entry from a title with %j in it', (end) => {
    const day = new Date('2026-12-03T00:00:00Z');
    const text = `Come back${end}END:VEVENT${end}BEGIN:VEVENT${end}ATTACH:https://a.example/`;
    const file = calendarFile([{ day, uid: 'a@b', summary: text, text, link: undefined }], day);
    expect(file.split(/\r\n|[\r\n\u2028\u0085]/).filter((one) => /^(BEGIN:VEVENT|ATTACH)/.test(one))).toEqual([
      'BEGIN:VEVENT',
    ]);
    expect(entriesOf(file)).toHaveLength(1);
  });

  test('says when it was made in UTC, and has one name for each entry that making it again keeps', () => {
    const [first, again] = [fileOf(SURE_AND_WRONG), fileOf(SURE_AND_WRONG, { now: new Date('2026-11-25T16:00:00Z') })];
    expect(first).toContain('\r\nDTSTAMP:20261125T153000Z\r\n');
    const names = entriesOf(first).map((one) => one.uid);
    expect(new Set(names).size).toBe(2);
    expect(entriesOf(again).map((one) => one.uid)).toEqual(names);
  });

  test('links to the practice page with the decisions, where there is a site, and nothing in it tells who', () => {
    const file = fileOf(SURE_AND_WRONG, { site: `${SITE}/` });
    for (const entry of entriesOf(file)) {
      const link = String(entry.component.getFirstPropertyValue('url'));
      expect(entry.description).toContain(link);
      expect(link.startsWith(`${SITE}/practice#`)).toBe(true);
      expect(decodePractice(new URL(link).hash)).toMatchObject({
        course: 'tiny',
        items: [
          { scenario: 'scr', decision: 'a' },
          { scenario: 'scr', decision: 'b' },
          { scenario: 'scr', decision: 'c' },
        ],
      });
    }
    expect(file).not.toContain('abcdefghijkl');
  });

  test('has no link where the package knows no site, and says where to look again', () => {
    const file = fileOf(SURE_AND_WRONG);
    expect(file).not.toMatch(/https?:|URL:/);
    expect(entriesOf(file)[0]?.description).toBe(
      'Open the module again where you took it, and look back at: Joyce’s screenshot.',
    );
  });

  test('names no choice: colleagues may see a calendar at work', () => {
    const choices = tinyContent.modules
      .flatMap((one) => one.scenarios)
      .flatMap(({ scenes }) =>
        scenes.flatMap(({ decision }) =>
          decision && 'choices' in decision ? decision.choices.map((one) => one.text) : [],
        ),
      );
    const text = entriesOf(fileOf(SURE_AND_WRONG)).map((one) => `${one.summary} ${one.description}`);
    expect(choices.filter((one) => text.join().includes(one))).toEqual([]);
    expect(fileOf(SURE_AND_WRONG)).toContain('CLASS:PRIVATE');
  });
});

describe('what comes back', () => {
  const meet = (takes: string): string[] => {
    const kit = kitOf(takes);
    return decisionsToMeet(takesOf(kit)).map((one) => `${one.scenario}.${one.decision}`);
  };

  test('begins where the learner was sure and it did not serve, then goes by what served least', () => {
    expect(meet('/scr.a:r.b:a+b.c:c!2/nei.a:a+b+c.b:4.c:w')[0]).toBe('scr.c');
    expect(meet('/scr.a:d.b:a+b.c:a+b/nei.a:b+c+a.b:4.c:w')[0]).toBe('scr.a');
  });

  test('is never more than a few minutes, and there is something to keep for those who served well throughout', () => {
    expect(meet('/scr.a:r.b:a+b.c:a+b/nei.a:b+c+a.b:4.c:w')).toHaveLength(3);
    const kit = kitOf('/scr.a:d!3.b:c.c:c!3');
    const [take] = takesOf(kit);
    if (!take) throw new Error('Nothing was taken.');
    expect(decisionsToMeet([take, take, take, take])).toHaveLength(5);
  });

  test('asks nothing that cannot be practised: reflections and weighings stay away', () => {
    expect(meet('/nei.a:b+c+a.b:4.c:w')).toEqual(['nei.a']);
  });
});
