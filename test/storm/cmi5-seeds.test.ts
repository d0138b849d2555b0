/**
 * Learners whose ways are thrown by dice: between and amid their decisions the LMS breaks, the line goes, tabs die, pages
 * are closed, loaded again and opened twice. All end with the record of a learner to whom nothing happened. More of them:
 * CMI5_SEEDS=200.
 */
import type { Frame } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { zipPackage } from '../../server/packaging/zip-package.ts';
import { sharedBrowser } from '../support/browser.ts';
import { says } from '../support/cmi5-sittings.ts';
import { sixDecisions } from '../support/host-page.ts';
import { press } from '../support/sitting.ts';
import type { Fault } from '../support/strict-lrs/serve.ts';
import { StrictLrs } from '../support/strict-lrs/strict-lrs.ts';
import { hashOf } from '../support/tiny-course.ts';
import { unzip } from '../support/unzip.ts';

const SEEDS = Number(process.env.CMI5_SEEDS ?? 30);
const DECISIONS = 6;

const browser = await sharedBrowser();

/** Mulberry32: the same ways for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const KINDS = ['PUT activities/state', 'PUT statements', 'GET statements', 'GET activities/state'];
const HOWS: readonly Fault['how'][] = [500, 429, 'drop', 'lost'];

class Learner {
  readonly #lms: StrictLrs;
  readonly #roll: (sides: number) => number;
  #frame: Frame;
  readonly events: string[] = [];

  constructor(lms: StrictLrs, roll: (sides: number) => number, frame: Frame) {
    this.#lms = lms;
    this.#roll = roll;
    this.#frame = frame;
  }

  /** Goes to the question that is open, or to the end. */
  async #goOn(): Promise<void> {
    const frame = this.#frame;
    const open = frame.locator('form.ask, .ending, [data-do^="debrief"], .score').first();
    for (let steps = 0; steps < 12 && !(await open.isVisible()); steps += 1) {
      const ways = [
        '#ready [data-do^="enter"]',
        '#ready [data-do="result"]',
        '#ready [data-do]',
        '[data-do^="enter:"]',
        '[data-do="on"]',
      ];
      const buttons = ways.map((way) => frame.locator(way).first());
      await open
        .or(buttons.reduce((one, other) => one.or(other)))
        .first()
        .waitFor();
      for (const button of buttons) {
        if (await open.isVisible()) break;
        if (!(await button.isVisible())) continue;
        await button.click();
        break;
      }
    }
  }

  /** One decision, if there is one left. */
  async decide(): Promise<void> {
    await this.#goOn();
    if (!(await this.#frame.locator('form.ask').isVisible())) return;
    await this.#frame.locator('form.ask').getByText('Do x').click();
    await press(this.#frame, 'Do this');
    await this.#frame.locator('.happens').waitFor();
  }

  async launch(place: 'window' | 'frame' = 'window'): Promise<void> {
    this.#frame = await this.#lms.launch({ place, slow: this.#roll(3) === 0 ? 80 : 0 });
  }

  async happen(): Promise<void> {
    const events = [
      this.#breaks,
      this.#lineGoes,
      this.#dies,
      this.#leaves,
      this.#reloads,
      this.#opensTwice,
      this.#looks,
    ];
    const event = events[this.#roll(events.length)];
    this.events.push(event?.name ?? '');
    await event?.call(this);
  }

  readonly #breaks = async (): Promise<void> => {
    const from = 1 + this.#roll(2);
    const faults = [0, 1].map(() => ({
      kind: KINDS[this.#roll(KINDS.length)] ?? '',
      from,
      to: from + this.#roll(2),
      how: HOWS[this.#roll(HOWS.length)] ?? 500,
    }));
    this.#lms.trouble({ faults });
    this.#lms.countAnew();
    await this.decide();
  };

  readonly #lineGoes = async (): Promise<void> => {
    await this.#lms.setOffline(true);
    await this.decide();
    await this.#lms.setOffline(false);
  };

  readonly #dies = async (): Promise<void> => {
    await this.#lms.crash();
    await this.launch();
  };

  readonly #leaves = async (): Promise<void> => {
    if (this.#roll(2) === 0) await this.decide();
    await this.#lms.leave();
    await this.launch(this.#roll(2) === 0 ? 'window' : 'frame');
  };

  readonly #reloads = async (): Promise<void> => {
    await this.#lms.leave();
    await this.launch();
    this.#frame = await this.#lms.reload(this.#roll(2) === 0 ? 'key' : 'button');
    if ((await this.#frame.getByText('Your LMS did not open a session').count()) > 0) await this.launch();
  };

  readonly #opensTwice = async (): Promise<void> => {
    await this.#lms.another();
    await this.launch();
  };

  readonly #looks = async (): Promise<void> => {
    await this.#lms.leave();
    const place = this.#lms.lrs.place();
    this.#frame = await this.#lms.launch({ mode: 'Review' });
    await this.decide();
    await this.#lms.leave();
    expect(this.#lms.lrs.place()).toEqual(place);
    await this.launch();
  };

  async end(): Promise<void> {
    await this.#lms.leave();
    await this.launch();
    for (let at = 0; at < DECISIONS; at += 1) await this.decide();
    await says(this.#frame, 'Saved');
    await this.#lms.leave();
  }
}

test.each(Array.from({ length: SEEDS }, (_, seed) => seed))('learner %i ends where nothing happened', async (seed) => {
  const roll = dice(seed + 1);
  const request = { content: sixDecisions, hash: hashOf(sixDecisions), modules: 'all', standard: 'cmi5' } as const;
  const lms = await StrictLrs.open(browser, unzip(await zipPackage(request)));
  onTestFinished(() => lms.close());
  const learner = new Learner(lms, roll, await lms.launch());
  for (let at = 0; at < DECISIONS; at += 1) {
    await learner.decide();
    if (roll(3) > 0) await learner.happen();
  }
  await learner.end();
  const told = JSON.stringify([learner.events, lms.lrs.verbs()]);
  expect(lms.lrs.violations(), told).toEqual([]);
  expect(lms.lrs.place()?.path, told).toMatch(/\.1\/s\.a:x\.b:x\.c:x\.d:x\.e:x\.f:x$/);
  const earned = lms.lrs.verbs().filter((one) => ['completed', 'passed', 'failed'].includes(one));
  expect(earned, told).toEqual(['completed', 'passed']);
  expect(lms.lrs.isSatisfied()).toBe(true);
});
