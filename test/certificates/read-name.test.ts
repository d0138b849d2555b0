/** Whose name may stand on a certificate, and who is asked to write it otherwise. */
import { expect, test } from 'vitest';
import { readName } from '../../server/certificates/read-name.ts';

test.each([
  'Ada Okafor',
  'Siân O’Neill-Đỗ',
  'Nguyễn Thị Ánh',
  'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ',
  'محمّدٌ',
  'שָׁלוֹם',
  'ක්\u200dරිෂාන්',
  '葛\u{e0100}城',
])('%s keeps their name as they write it', (name) => {
  expect(readName(name)).toEqual({ name: name.normalize('NFC') });
});

test.each<[string, string]>([
  ['nothing', ' '],
  ['what is not seen', '\u200b\u2060'],
  ['letters that are blank', '\u3164\uffa0\u115f'],
  ['digits', '007'],
  ['markup', '<b>Ada</b>'],
  ['a tower of marks', `Z${'\u0335'.repeat(90)}`],
  ['more than a line holds', 'Ada'.repeat(40)],
])('who writes %s is asked for a name', (_, typed) => {
  expect(readName(typed).wrong).toMatch(/^Enter /);
});

test.each([
  'Ada\u202e Okafor',
  '\u200d\u200dAda Okafor',
  'Ada\u3164 Okafor',
  'Ada\u034f Okafor',
  'Ada\r\nOkafor',
  'Ada\u{e0041} Okafor',
])('two names that read the same are the same (%j)', (typed) => {
  expect(readName(typed)).toEqual({ name: 'Ada Okafor' });
});
