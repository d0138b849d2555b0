/** One run: the same learner once in calm weather and once in a storm. What is then held must be the same. */
import type { Browser } from 'playwright-core';
import { expectedOf } from './expected.ts';
import { packageOf } from './formats.ts';
import type { Held } from './lms.ts';
import type { Plan } from './plan.ts';
import { Sitting } from './sitting.ts';

export interface Ridden {
  /** Empty where all went as it should. */
  readonly findings: readonly string[];
  /** What happened, in order. */
  readonly log: readonly string[];
}

export async function ride(browser: Browser, plan: Plan, player?: string): Promise<Ridden> {
  const calm = await through(browser, { ...plan, mishaps: new Map() }, 'calm', player);
  const stormy = await through(browser, plan, 'rough', player);
  const differ = (name: keyof Held): string[] =>
    calm.held[name] === stormy.held[name]
      ? []
      : [`The ${name} came to “${stormy.held[name]}”, and to “${calm.held[name]}” in calm weather.`];
  const findings = [
    ...calm.findings.map((one) => `In calm weather: ${one}`),
    ...stormy.findings,
    ...(['path', 'status', 'score'] as const).flatMap(differ),
  ];
  return { findings, log: stormy.log };
}

async function through(browser: Browser, plan: Plan, weather: 'calm' | 'rough', player?: string) {
  const files = await packageOf(plan.content, plan.format.name, player);
  const lms = await plan.format.open(browser, files, plan.dice);
  try {
    const sitting = new Sitting(plan, lms, weather, expectedOf(plan));
    // A learner who meets what nobody expects can go no further: that is a finding like any other.
    await sitting.takeAll().catch((error: unknown) => sitting.findings.push(String(error)));
    const held = await lms.held();
    return { held, findings: [...sitting.findings, ...(await lms.violations())], log: sitting.log };
  } finally {
    await lms.close();
  }
}
