/** `employer`, as an operator types it, with the server running or not. */

import { organization as plugin } from 'better-auth/plugins/organization';
import { getTableColumns } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { employerQueries } from '../../db/employers.ts';
import { organization } from '../../db/schema.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { runStandpoint } from '../support/command.ts';

let running: TestApp;
beforeEach(async () => {
  running = await startApp();
  vi.stubEnv('DATA_DIR', running.dataDir);
  vi.stubEnv('BASE_URL', undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await running.close();
});

describe('an operator is told what is wrong', () => {
  test.each([
    ['no word', [], 'Say add and a name, or list. Usage: employer add NAME | employer list'],
    ['no name', ['add', ' - '], 'No employer was named.'],
    ['a name that no page could show', ['add', 'Any<b>town'], 'no signs such as < or >'],
    ['a name without end', ['add', 'a'.repeat(101)], 'A name has 100 characters at most'],
  ])('%s', async (_, words, said) => {
    const { code, err } = await runStandpoint('employer', ...words);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect((await runStandpoint('employer', 'list')).out).toBe('');
  });

  test('a setting that is wrong', async () => {
    vi.stubEnv('PORT', 'x');
    const { code, err } = await runStandpoint('employer', 'list');
    expect([code, err]).toEqual([1, expect.stringContaining('PORT is "x"')]);
  });
});

test('an employer is added beside the running server, once, however the name is written', async () => {
  expect(await runStandpoint('employer', 'add', 'Änytown', 'Council')).toMatchObject({
    code: 0,
    out: 'Änytown Council is an employer now.',
  });
  const again = await runStandpoint('employer', 'add', 'anytown  council ');
  expect(again).toMatchObject({ code: 1, err: 'There is an employer of that name: Änytown Council.' });
  expect(employerQueries(running.app.db).all()).toMatchObject([{ name: 'Änytown Council', slug: 'anytown-council' }]);
  expect((await runStandpoint('employer', 'list')).out).toBe('Änytown Council');
});

test('an employer is an organization as better-auth has it, so that its plugin can take them over', () => {
  const { fields } = plugin().schema.organization;
  const columns = getTableColumns(organization);
  expect(Object.keys(columns).sort()).toEqual(['id', ...Object.keys(fields)].sort());
  for (const [name, { type, required }] of Object.entries(fields)) {
    const column = columns[name as keyof typeof columns];
    expect([name, column.dataType, column.notNull]).toEqual([name, type, required]);
  }
});
