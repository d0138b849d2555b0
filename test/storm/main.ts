/**
 * `npm run storm [-- --runs 200] [--first 1]`: seeded runs of the real packages in Chromium, while everything goes wrong
 * around them. `npm run storm -- --seed N` plays one again and says what happened in it, `--mutant NAME` plays with a
 * player that is broken on purpose. Exits 1 where a run failed.
 */
import { parseArgs } from 'node:util';
import { launchBrowser } from '../support/browser.ts';
import { MUTANTS, playerOf } from './mutants.ts';
import { planOf } from './plan.ts';
import { type Ridden, ride } from './ride.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    first: { type: 'string', default: '1' },
    seed: { type: 'string' },
    mutant: { type: 'string' },
  },
});
const first = Number(values.seed ?? values.first);
const runs = values.seed === undefined ? Number(values.runs) : 1;

const mutant = MUTANTS.find((one) => one.name === values.mutant);
if (values.mutant !== undefined && !mutant) throw new Error(`Mutants: ${MUTANTS.map((one) => one.name).join('; ')}`);
const player = mutant && (await playerOf(mutant));

const browser = await launchBrowser();
const failed: number[] = [];
const began = performance.now();
for (let seed = first; seed < first + runs; seed += 1) {
  const plan = planOf(seed);
  const { findings, log }: Omit<Ridden, 'calm'> = await ride(browser, plan, player).catch((error: unknown) => ({
    findings: [String(error)],
    log: [],
  }));
  if (values.seed !== undefined) console.log(log.map((one) => `  ${one}`).join('\n'));
  if (findings.length === 0) continue;
  failed.push(seed);
  console.log(`seed ${seed} (${plan.format.name}):\n${findings.map((one) => `  ${one}`).join('\n')}`);
}
await browser.close();
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
console.log(`${runs - failed.length} of ${runs} runs ended as the calm ones did, in ${minutes} minutes.`);
if (failed.length > 0) {
  console.log(`Play one again with: npm run storm -- --seed ${failed[0]}`);
  process.exitCode = 1;
}
