import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../server/root.ts';
import { contrast } from '../support/contrast.ts';

const css = readFileSync(path.join(root, 'public/styles/tokens.css'), 'utf8');
const [usual = '', more = ''] = css.split('prefers-contrast: more');

/** Colours by name, light and dark. */
const coloursOf = (part: string): Map<string, readonly [string, string]> =>
  new Map(
    [...part.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(([, name = '', light = '', dark = '']) => [
      name,
      [light, dark],
    ]),
  );

const plain = coloursOf(usual);
const schemes = { 'as usual': plain, 'with more contrast asked for': new Map([...plain, ...coloursOf(more)]) };

describe.each(Object.entries(schemes))('colours, %s', (_, colours) => {
  const weakest = (name: string, grounds: readonly string[]): number =>
    Math.min(
      ...[0, 1].flatMap((scheme) =>
        grounds.map((ground) =>
          contrast(colours.get(name)?.[scheme] ?? '#000', colours.get(ground)?.[scheme] ?? '#000'),
        ),
      ),
    );

  test.each([
    ['ink', ['paper', 'sheet', 'thread-wash', 'ask-wash', 'mine']],
    ['soft', ['paper', 'sheet']],
    ['thread', ['paper', 'sheet', 'thread-wash']],
    ['ask', ['paper', 'sheet', 'ask-wash']],
  ])('text in %s can be read on every ground that it stands on', (name, grounds) => {
    expect(weakest(name, grounds)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['edge', 'focus'])('%s can be told from paper and sheet', (name) => {
    expect(weakest(name, ['paper', 'sheet'])).toBeGreaterThanOrEqual(3);
  });
});
