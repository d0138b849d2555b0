/** cmi5 in the storm: the strict LRS, its requests made to fail by chance. */
import type { Frame, Page } from 'playwright-core';
import type { Fault } from '../support/strict-lrs/serve.ts';
import type { Launch, StrictLrs } from '../support/strict-lrs/strict-lrs.ts';
import { bare, type Lms } from './lms.ts';
import type { Dice } from './seeded.ts';

export function cmi5Lms(lms: StrictLrs, dice: Dice): Lms {
  let trouble: Launch = {};
  let other: Page | undefined;
  let offline = false;
  const noFrame = (): never => {
    throw new Error('The package fills its window.');
  };
  return {
    launch: (weather) => {
      trouble = weather === 'calm' ? {} : { slow: dice.chance(0.2) ? dice.roll(100) : 0, faults: faults(dice) };
      return lms.launch({
        ...trouble,
        ...(weather === 'review' && { mode: dice.pick(['Review', 'Browse'] as const) }),
      });
    },
    launchAgain: async () => {
      other = lms.page;
      await lms.another();
      return lms.launch();
    },
    changeWindow: async (): Promise<Frame> => {
      if (!other) throw new Error('There is one window.');
      [lms.page, other] = [other, lms.page];
      await lms.page.bringToFront();
      return lms.page.mainFrame();
    },
    closeOther: async () => {
      await other?.goto('about:blank');
      await other?.close();
      other = undefined;
      await lms.quiet();
    },
    reload: () => lms.reload(dice.pick(['key', 'button'] as const)),
    reloadFrame: noFrame,
    removeFrame: noFrame,
    leave: async () => {
      if (offline) await lms.page.goto('about:blank');
      await lms.setOffline(false);
      offline = false;
      await lms.leave();
    },
    crash: () => lms.crash(),
    setOffline: async (next) => {
      offline = next;
      await lms.setOffline(next);
    },
    update: (files) => lms.update(files),
    empty: async () => lms.lrs.setPlace(undefined),
    held: async () => {
      const passed = lms.lrs.statements().find((one) => String(one.verb?.id).endsWith('/passed'));
      return {
        path: bare(lms.lrs.place()?.path ?? ''),
        status: passed ? 'passed' : 'incomplete',
        score: String(passed?.result?.score?.raw ?? ''),
      };
    },
    violations: async () => lms.lrs.violations().map(({ id, text }) => `${id}: ${text}`),
    trouble: () => JSON.stringify(trouble),
    close: () => lms.close(),
  };
}

const KINDS = [
  'PUT activities/state',
  'PUT activities/state',
  'GET activities/state',
  'GET activities/state',
  'PUT statements',
  'GET statements',
  'POST fetch',
  'GET agents/profile',
];

/**
 * What may not be drawn: an answer with the token that is lost, as Chromium then asks again by itself, and a profile that
 * nobody heard ask for. Either would be counted as the package's fault.
 */
const HOW: Readonly<Record<string, readonly Fault['how'][]>> = {
  'POST fetch': [500, 'drop'],
  'GET agents/profile': ['lost'],
};

/** In a third of the launches nothing fails; in the others up to four requests in a row, once or twice. */
function faults(dice: Dice): Fault[] {
  return Array.from({ length: dice.roll(3) }, () => {
    const kind = dice.pick(KINDS);
    // These are asked for once in a launch, and what a launch reads first matters most.
    const isFirst = ['POST fetch', 'GET agents/profile'].includes(kind) || dice.chance(0.3);
    const from = isFirst ? 1 : 1 + dice.roll(8);
    return { kind, from, to: from + dice.roll(4), how: dice.pick(HOW[kind] ?? (['lost', 'drop', 500] as const)) };
  });
}
