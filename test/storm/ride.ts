/** One run: the same learner once in calm weather and once in a storm. What is then held must be the same. */
import type { Browser } from 'playwright-core';
import { expectedOf } from './expected.ts';
import { type Broken, packageOf } from './formats.ts';
import type { Held } from './lms.ts';
import type { Plan } from './plan.ts';
import { Sitting } from './sitting.ts';

export interface Ridden {
  /** Empty where all went as it should. */
  readonly findings: readonly string[];
  /** What happened, in order. */
  readonly log: readonly string[];
  /** The calm run, for another ride of the same plan to be compared with. */
  readonly calm: Run;
}

interface Run {
  readonly held: Held;
  readonly findings: readonly string[];
  readonly log: readonly string[];
}

export async function ride(browser: Browser, plan: Plan, broken?: Broken, before?: Run): Promise<Ridden> {
  const calm = before ?? (await through(browser, { ...plan, mishaps: new Map() }, 'calm', broken));
  const stormy = await through(browser, plan, 'rough', broken);
  const differ = (name: keyof Held): string[] =>
    calm.held[name] === stormy.held[name]
      ? []
      : [`The ${name} came to “${stormy.held[name]}”, and to “${calm.held[name]}” in calm weather.`];
  const findings = [
    ...calm.findings.map((one) => `In calm weather: ${one}`),
    ...stormy.findings,
    ...(['path', 'status', 'score'] as const).flatMap(differ),
  ];
  return { findings, log: stormy.log, calm };
}

async function through(browser: Browser, plan: Plan, weather: 'calm' | 'rough', broken?: Broken): Promise<Run> {
  const [files = [], later = []] = await Promise.all(
    [plan.content, plan.updated].map((one) => packageOf(one, plan.format.name, broken)),
  );
  const lms = await plan.format.open(browser, files, plan.dice);
  try {
    const sitting = new Sitting({ plan, lms, weather, expected: expectedOf(plan), later });
    // A learner who meets what nobody expects can go no further: that is a finding like any other.
    await sitting.takeAll().catch((error: unknown) => sitting.findings.push(String(error)));
    const held = await lms.held();
    return { held, findings: [...sitting.findings, ...(await lms.violations())], log: sitting.log };
  } finally {
    await lms.close();
  }
}
