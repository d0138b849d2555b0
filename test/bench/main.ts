/**
 * `npm run bench [NAME…]`: every budget of ARCHITECTURE.md, each measured in the same run as its baseline. One JSON line a
 * measure on standard output; exit 1 where a budget is missed.
 */
import type { Measure } from './measure.ts';

const SUITES: Readonly<Record<string, () => Promise<{ measure: () => Promise<Measure[]> }>>> = {
  commits: () => import('./commits.ts'),
  'amid-work': () => import('./amid-work.ts'),
  packages: () => import('./packages.ts'),
  courses: () => import('./courses.ts'),
  zips: () => import('./zips.ts'),
  certificates: () => import('./certificates.ts'),
  start: () => import('./start.ts'),
  pages: () => import('./pages.ts'),
  kill: () => import('./kill.ts'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SUITES));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. Choose from ${Object.keys(SUITES).join(', ')}.`);
  process.exit(2);
}

let missed = 0;
for (const [name, load] of Object.entries(SUITES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const suite = await load();
  for (const measure of await suite.measure()) {
    console.log(JSON.stringify(measure));
    if (!measure.ok) missed += 1;
  }
}
process.exitCode = missed > 0 ? 1 : 0;
