import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Guidance } from '../../courses/model/guidance.ts';
import { readGuidance } from '../../server/courses/guidance-files.ts';
import { goodGuidance } from '../support/good-course.ts';

const ID = 'small@2025-08-20';

/** What reading says of a guidance file with this text. */
function said(text: string): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'standpoint-guidance-'));
  writeFileSync(path.join(folder, `${ID}.json`), text);
  return readGuidance(ID, folder).problems;
}

const changed = (change: (guidance: Guidance) => void): readonly string[] => {
  const guidance = structuredClone(goodGuidance);
  change(guidance);
  return said(JSON.stringify(guidance));
};

const clause = (guidance: Guidance, index: number) => {
  const found = guidance.clauses[index];
  if (!found) throw new Error('The good guidance has changed.');
  return found;
};

describe('a guidance document is refused', () => {
  it('that is not there, or whose name leads elsewhere', () => {
    for (const id of ['none@2025-08-20', '../model/schema@1', '']) {
      expect(readGuidance(id)).toMatchObject({
        guidance: undefined,
        problems: [expect.stringContaining('There is no guidance')],
      });
    }
  });

  it.each<[string, (guidance: Guidance) => void, string]>([
    [
      'with a clause that stands twice',
      (one) => {
        clause(one, 1).id = 'security.1';
      },
      'The clause security.1 stands twice.',
    ],
    [
      'with a clause in a section that there is not',
      (one) => {
        one.sections.pop();
      },
      'Clause tools.1 is in section tools, which is not listed.',
    ],
    [
      'with a clause whose id is that of another section',
      (one) => {
        clause(one, 3).section = 'security';
      },
      'Clause tools.1 is in section security: rename it.',
    ],
    [
      'with a standard that there is not',
      (one) => {
        clause(one, 0).standards = ['2.3'];
      },
      'Clause security.1 names standard 2.3, which is not listed.',
    ],
    [
      'whose name is another’s',
      (one) => {
        one.version = '2025-08-21';
      },
      `The file is named ${ID} and holds small@2025-08-21.`,
    ],
  ])('%s', (_, change, problem) => {
    expect(changed(change)).toEqual([problem]);
  });

  it('with the place where it does not fit', () => {
    const text = JSON.stringify({ ...goodGuidance, status: 'drafft' });
    expect(said(text)).toEqual([`${ID}.json, status: “drafft” is none of draft, final. Did you mean “draft”?`]);
    expect(said('{')).toEqual([expect.stringContaining(`${ID}.json, all of it`)]);
  });
});

describe('the guidance of the first course', () => {
  it('has its 106 clauses, of which three are obligations and 42 expectations', () => {
    const { guidance, problems } = readGuidance('communicating-online@2025-08-20');
    expect(problems).toEqual([]);
    const count = (kind: string) => guidance?.clauses.filter((one) => one.kind === kind).length;
    expect([guidance?.clauses.length, count('obligation'), count('expectation')]).toEqual([106, 3, 42]);
  });
});
