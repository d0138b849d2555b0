/** Many who ask for packages at once, and what that may cost those who are learning meanwhile. */
import { expect, test } from 'vitest';
import { packageKeeper } from '../../server/packaging/keep-packages.ts';
import { hashOf, tinyContent } from '../support/tiny-course.ts';

const asked = (name: string) =>
  ({ content: tinyContent, hash: hashOf(tinyContent), modules: 'all', standard: 'scorm12', name }) as const;

test('whoever asks for a hundred packages at once has them made one after the other', async () => {
  let [under, most] = [0, 0];
  const zipOf = packageKeeper(async ({ name = '' }) => {
    under += 1;
    most = Math.max(most, under);
    await new Promise(setImmediate);
    under -= 1;
    return Buffer.from(name);
  });
  const zips = await Promise.all(Array.from({ length: 100 }, (_, n) => zipOf(asked(`n${n}`))));
  expect(zips.map(String)).toEqual(Array.from({ length: 100 }, (_, n) => `n${n}`));
  expect(most).toBe(1);
});

test('one that cannot be made keeps nobody else from theirs, and is tried again', async () => {
  const tried: string[] = [];
  const zipOf = packageKeeper(async ({ name = '' }) => {
    tried.push(name);
    if (tried.length === 1) throw new Error('No room.');
    return Buffer.from(name);
  });
  const [broken, other] = await Promise.allSettled([zipOf(asked('broken')), zipOf(asked('other'))]);
  expect([broken?.status, other?.status]).toEqual(['rejected', 'fulfilled']);
  expect(String(await zipOf(asked('broken')))).toBe('broken');
});
