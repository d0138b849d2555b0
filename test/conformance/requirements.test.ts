/** No requirement without a test: each has something that breaks it, or a test in the browser under its id. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../server/root.ts';
import { BROKEN, BROKEN_12, BROKEN_2004 } from './broken-packages.ts';
import { BROKEN_CMI5 } from './broken-packages-cmi5.ts';
import { HOSTILE } from './hostile-zips.ts';
import { nameOf, REQUIREMENTS } from './requirements.ts';
import { WRONG_CMI5 } from './wrong-calls-cmi5.ts';
import { WRONG_12 } from './wrong-calls-scorm12.ts';
import { WRONG_2004 } from './wrong-calls-scorm2004.ts';

const tried = [BROKEN, BROKEN_12, BROKEN_2004, BROKEN_CMI5, HOSTILE, WRONG_12, WRONG_2004, WRONG_CMI5].flatMap(
  (table) =>
    Object.entries(table)
      .filter(([, cases]) => Object.keys(cases).length > 0)
      .map(([id]) => id),
);

describe('the requirements', () => {
  test('have an id, a standard, a section and a text each, and no id twice', () => {
    for (const { id, standard, section, text } of REQUIREMENTS) {
      expect(id).toMatch(/^(package|scorm12|scorm2004|cmi5)\.[a-z-]+$/);
      expect(standard).toMatch(/^(scorm12|scorm2004|cmi5|scorm12, scorm2004|scorm12, scorm2004, cmi5)$/);
      expect(section).not.toBe('');
      expect(text).toMatch(/^[A-Z].*\.$/);
    }
    expect(new Set(REQUIREMENTS.map((one) => one.id)).size).toBe(REQUIREMENTS.length);
  });

  test('are each broken in a test that bears their id', () => {
    // What only a browser can show is tested there, for both judges under the ids that end in this rule.
    const played = readFileSync(path.join(root, 'test/browser/packages.test.ts'), 'utf8');
    const playedByCmi5 = readFileSync(path.join(root, 'test/browser/packages-cmi5.test.ts'), 'utf8');
    // What only the schemas see is tried on whole zips.
    const zipped = readFileSync(path.join(root, 'test/packaging/check-zip.test.ts'), 'utf8');
    const untried = REQUIREMENTS.filter(({ id }) => {
      const [judge, rule] = id.split('.');
      const inBrowser =
        judge === 'cmi5'
          ? playedByCmi5.includes(`test(nameOf('${id}')`)
          : judge !== 'package' && played.includes(`test(nameOf(\`\${judge}.${rule}\`)`);
      return !tried.includes(id) && !inBrowser && !zipped.includes(`test(nameOf('${id}')`);
    });
    expect(untried.map((one) => one.id)).toEqual([]);
  });

  test('are the only ids that tests may cite', () => {
    expect(() => nameOf('package.nonsense')).toThrow('There is no requirement package.nonsense.');
    for (const id of tried) expect(nameOf(id)).toContain(id);
  });
});
