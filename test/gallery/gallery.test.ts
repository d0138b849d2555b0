import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Decision } from '../../courses/model/decisions.ts';
import { readExamples } from '../../server/gallery/compile-examples.ts';
import { root } from '../../server/root.ts';
import { startApp } from '../support/app.ts';

describe('the gallery', () => {
  const { blocks, decisions } = readExamples();

  test('shows an example of every block that there is a folder for', () => {
    const folders = readdirSync(path.join(root, 'courses/blocks'), { withFileTypes: true });
    const kinds = folders.filter((one) => one.isDirectory()).map((one) => one.name);
    expect([...new Set(blocks.map((one) => one.block.kind))].sort()).toEqual(kinds.sort());
  });

  test('shows an example of every kind of decision', () => {
    const kinds = Decision.anyOf.map((one) => one.properties.kind.const);
    expect(decisions.map((one) => one.decision.kind).sort()).toEqual([...kinds].sort());
  });

  test('can be read by everybody', async () => {
    const running = await startApp();
    const page = await running.visitor().get('/gallery');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Every block that a scene can show');
    await running.close();
  });
});
