import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../server/root.ts';
import { startApp } from '../support/app.ts';
import { routesOf } from '../support/routes.ts';

/** Of the table in ARCHITECTURE.md: `GET, POST /one`, `/another` are four. */
function writtenDown(): string[] {
  const document = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');
  const rows =
    document
      .split('## Addresses')[1]
      ?.split('\n## ')[0]
      ?.match(/^\| `[^|]*\|/gm) ?? [];
  return rows.flatMap((row) => {
    let methods: string[] = [];
    return [...row.matchAll(/`(?:([A-Z, ]+) )?(\/[^`]*)`/g)].flatMap(([, named, url]) => {
      methods = named?.split(', ') ?? methods;
      return methods.map((method) => `${method} ${url}`);
    });
  });
}

test('whoever reads ARCHITECTURE.md finds every address of the server there, once, and no other', async () => {
  const { app, close } = await startApp();
  const registered = routesOf(app);
  await close();
  expect(writtenDown().sort()).toEqual(registered.sort());
});
