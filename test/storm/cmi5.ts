/** cmi5 in the storm: the strict LRS, its requests made to fail by chance. */
import type { Frame, Page } from 'playwright-core';
import type { Fault } from '../support/strict-lrs/serve.ts';
import type { Launch, StrictLrs } from '../support/strict-lrs/strict-lrs.ts';
import { type Lms, withoutNonce } from './lms.ts';
import type { Dice } from './seeded.ts';

export function cmi5Lms(lms: StrictLrs, dice: Dice): Lms {
  let trouble: Launch = {};
  let other: Page | undefined;
  let offline = false;
  let hadTwoWindows = false;
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
      hadTwoWindows = true;
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
    held: async () => {
      const passed = lms.lrs.statements().find((one) => String(one.verb?.id).endsWith('/passed'));
      return {
        path: withoutNonce(lms.lrs.place()?.path ?? ''),
        status: passed ? 'passed' : 'incomplete',
        score: String(passed?.result?.score?.raw ?? ''),
      };
    },
    violations: async () =>
      lms.lrs
        .violations()
        // A window cannot know that another was opened, and that its own session was given up for that: what it still
        // says is refused.
        .filter(({ id }) => !(hadTwoWindows && REFUSED.includes(id)))
        .map(({ id, text }) => `${id}: ${text}`),
    trouble: () => JSON.stringify(trouble),
    close: () => lms.close(),
  };
}

const REFUSED = ['cmi5.terminated-last', 'cmi5.completed-once', 'cmi5.passed-once', 'cmi5.statement-once'];

const KINDS = [
  'PUT activities/state',
  'PUT activities/state',
  'GET activities/state',
  'PUT statements',
  'GET statements',
];

/** In a third of the launches nothing fails; in the others up to four requests in a row, once or twice. */
function faults(dice: Dice): Fault[] {
  return Array.from({ length: dice.roll(3) }, () => {
    const from = 1 + dice.roll(8);
    return { kind: dice.pick(KINDS), from, to: from + dice.roll(4), how: dice.pick([500, 'drop', 'lost'] as const) };
  });
}
