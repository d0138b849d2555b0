import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../server/root.ts';

/** WCAG 2.2, its success criteria of level A and of level AA. 4.1.1 was withdrawn. */
const CRITERIA = {
  A: [
    ...['1.1.1', '1.2.1', '1.2.2', '1.2.3', '1.3.1', '1.3.2', '1.3.3', '1.4.1', '1.4.2', '2.1.1', '2.1.2', '2.1.4'],
    ...['2.2.1', '2.2.2', '2.3.1', '2.4.1', '2.4.2', '2.4.3', '2.4.4', '2.5.1', '2.5.2', '2.5.3', '2.5.4', '3.1.1'],
    ...['3.2.1', '3.2.2', '3.2.6', '3.3.1', '3.3.2', '3.3.7', '4.1.2'],
  ],
  AA: [
    ...['1.2.4', '1.2.5', '1.3.4', '1.3.5', '1.4.3', '1.4.4', '1.4.5', '1.4.10', '1.4.11', '1.4.12', '1.4.13', '2.4.5'],
    ...['2.4.6', '2.4.7', '2.4.11', '2.5.7', '2.5.8', '3.1.2', '3.2.3', '3.2.4', '3.3.3', '3.3.4', '3.3.8', '4.1.3'],
  ],
};
const VERDICTS = ['Supports', 'Partially supports', 'Does not support', 'Not applicable'];

const report = readFileSync(path.join(root, 'ACCESSIBILITY.md'), 'utf8');
const rowsOf = (level: string): string[][] =>
  (report.split(`## Level ${level}\n`)[1] ?? '')
    .split('\n\n')[0]
    ?.split('\n')
    .slice(2)
    .map((row) => row.split('|').map((one) => one.trim())) ?? [];

test.each(Object.entries(CRITERIA))('the conformance report answers each criterion of level %s, once', (level, all) => {
  expect(rowsOf(level).map(([, criterion]) => criterion?.split(' ')[0])).toEqual(all);
  for (const [, criterion, verdict, how, shown] of rowsOf(level)) {
    expect(VERDICTS, criterion).toContain(verdict);
    expect(how, criterion).not.toBe('');
    expect(shown === '—', criterion).toBe(verdict === 'Not applicable');
  }
});

test('every test that the report names is there', () => {
  const named = [...report.matchAll(/`((?:test|views)\/[^`]+)`/g)].map(([, file = '']) => file);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});
