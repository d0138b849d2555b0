/** Another maker's cmi5 in the strict LRS, so that our own reading of cmi5 is not the only judge. */
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { Lrs } from '../support/strict-lrs/lrs.ts';
import { serveLrs } from '../support/strict-lrs/serve.ts';

let Cmi5: typeof import('@rusticisoftware/cmi5');
beforeAll(async () => {
  // It is made for browsers.
  vi.stubGlobal('self', globalThis);
  Cmi5 = (await import('@rusticisoftware/cmi5')).default;
});

async function launched(masteryScore: number) {
  const lrs = new Lrs({ id: 'urn:uuid:au', url: 'index.html', moveOn: 'CompletedAndPassed', masteryScore });
  const served = await serveLrs(lrs, { faults: [], slow: 0, showsEtag: true, takesConditions: true });
  onTestFinished(() => served.close());
  const query = new URLSearchParams(lrs.launch(served.url));
  return { lrs, au: new Cmi5(`https://lms.example/package/index.html?${query}`) };
}

test('is let through to its pass', async () => {
  const { lrs, au } = await launched(0.6);
  await au.start();
  await au.completed();
  await au.passed({ scaled: 0.8, raw: 80, min: 0, max: 100 });
  await au.terminate();
  expect(lrs.violations()).toEqual([]);
  expect(lrs.verbs()).toEqual(['initialized', 'completed', 'passed', 'terminated']);
  expect(lrs.isSatisfied()).toBe(true);
});

test('is refused where it says “failed”, which we never do', async () => {
  const { lrs, au } = await launched(0.6);
  await au.start();
  await expect(au.failed({ scaled: 0.2 })).rejects.toThrow('403');
  expect(lrs.violations().map((one) => one.id)).toContain('cmi5.never-failed');
});
