/** A learner who takes a module to its end whatever happens, and writes down what should not have happened. */
import type { Frame } from 'playwright-core';
import type { UnzippedFile } from '../support/unzip.ts';
import type { Expected } from './expected.ts';
import { answer, comeToQuestion, keptHere, saved } from './learner.ts';
import { bare, type Lms } from './lms.ts';
import type { Mishap, Plan } from './plan.ts';

export interface SittingParts {
  readonly plan: Plan;
  readonly lms: Lms;
  readonly weather: 'calm' | 'rough';
  readonly expected: readonly Expected[];
  /** The package in its next version. */
  readonly later: readonly UnzippedFile[];
}

export class Sitting {
  readonly findings: string[] = [];
  readonly log: string[] = [];
  readonly #plan: Plan;
  readonly #lms: Lms;
  readonly #weather: 'calm' | 'rough';
  readonly #expected: readonly Expected[];
  readonly #later: readonly UnzippedFile[];
  #frame: Frame | undefined;
  /** Decisions that the learner has taken. */
  #taken = 0;
  /** The number of decisions after which the line is back, and the other window is closed. */
  #offlineUntil: number | undefined;
  #otherUntil: number | undefined;

  /** Each comes once, also for a learner who has to begin again. */
  readonly #mishaps: Map<number, Mishap>;
  /** A record was emptied whose pass the LMS does not forget. */
  #keepsPass = false;

  constructor({ plan, lms, weather, expected, later }: SittingParts) {
    this.#plan = plan;
    this.#lms = lms;
    this.#weather = weather;
    this.#expected = expected;
    this.#later = later;
    this.#mishaps = new Map(plan.mishaps);
  }

  async takeAll(): Promise<void> {
    await this.#open();
    const { decisions } = this.#plan;
    for (; this.#taken <= decisions.length; this.#taken += 1) {
      if (this.#offlineUntil === this.#taken) await this.#online();
      if (this.#otherUntil === this.#taken) await this.#closeOther();
      const mishap = this.#mishaps.get(this.#taken);
      this.#mishaps.delete(this.#taken);
      if (mishap) await this.#suffer(mishap);
      if (this.#taken < decisions.length) await this.#decide();
    }
    this.#taken = decisions.length;
    await this.#online();
    await this.#closeOther();
    await this.#leave();
    // Whatever was kept on the device reaches the LMS at the next launch, when all is well again.
    await this.#open('calm');
    await this.#reachEnd();
    await this.#leave();
  }

  get #now(): Frame {
    if (!this.#frame) throw new Error('The package is not open.');
    return this.#frame;
  }

  /** An LMS that opens no session says so, and the learner does as they are told: closes the window, and tries again. */
  async #open(weather = this.#weather): Promise<void> {
    for (const each of [weather, weather, 'calm'] as const) {
      this.#frame = await this.#lms.launch(each);
      this.log.push(`launch (${each}) ${this.#lms.trouble()}`);
      if (!(await this.#isRefused())) return;
      this.log.push('no session');
      await this.#lms.leave();
    }
    this.findings.push('No session could be opened in calm weather.');
  }

  async #isRefused(): Promise<boolean> {
    return (await this.#now.getByText('did not open a session').count()) > 0;
  }

  async #decide(): Promise<void> {
    const { decisions } = this.#plan;
    const goal = this.#taken;
    // What was decided and is asked again had been lost.
    for (let at = goal; at <= goal; at += 1) {
      const wanted = decisions[at];
      const met = await comeToQuestion(this.#now, wanted?.scenario);
      if (!('asked' in met)) throw new Error(`There is no question ${at + 1}: ${JSON.stringify(met)}`);
      const found = decisions.findLastIndex((one, index) => index <= at && one.ask === met.asked);
      if (found < at) this.findings.push(`Decision ${found + 1} was asked again after ${goal} had been taken.`);
      at = found;
      const decision = decisions[found];
      if (!decision) throw new Error(`Nobody expects the question “${met.asked}” before decision ${goal + 1}.`);
      await answer(this.#now, decision);
      this.log.push(`decision ${found + 1}: ${decision.scenario}.${decision.token.decision}`);
    }
  }

  async #reachEnd(): Promise<void> {
    const met = await comeToQuestion(this.#now, undefined);
    if (!('is' in met)) this.findings.push(`The end was not reached: ${JSON.stringify(met)}`);
    await this.#now
      .waitForFunction(() => document.querySelector('#saved')?.textContent === 'Saved')
      .catch(() => {
        this.findings.push('It was not said to be saved in calm weather.');
      });
  }

  async #suffer(mishap: Mishap): Promise<void> {
    this.log.push(mishap);
    const { dice } = this.#plan;
    if (dice.chance(0.5)) await this.#untilSettled();
    switch (mishap) {
      case 'a pause':
        return this.#pause();
      case 'close':
        await this.#leave();
        return this.#open();
      case 'the frame is removed':
        await this.#checked(() => this.#lms.removeFrame());
        await this.#leave();
        return this.#open();
      case 'the tab dies':
        await this.#closeOther();
        await this.#untilSettled();
        await this.#checked(() => this.#lms.crash());
        await this.#online();
        return this.#open();
      case 'offline':
        await this.#lms.setOffline(true);
        this.#offlineUntil = this.#taken + 1 + dice.roll(3);
        return;
      default:
        await this.#online();
        return this.#sufferOnline(mishap);
    }
  }

  async #sufferOnline(mishap: Mishap): Promise<void> {
    const { dice } = this.#plan;
    switch (mishap) {
      case 'reload':
        this.#frame = await this.#lms.reload();
        if (await this.#isRefused()) await this.#again();
        return;
      case 'reload the frame':
        this.#frame = await this.#lms.reloadFrame();
        return this.#again();
      case 'a look in review mode':
        await this.#leave();
        this.#frame = await this.#lms.launch('review');
        this.log.push(`review ${this.#lms.trouble()}`);
        await this.#lookAround();
        await this.#leave();
        return this.#open();
      case 'an update':
        await this.#closeOther();
        await this.#leave();
        this.#lms.update(this.#later);
        return this.#open();
      case 'the record is emptied':
        await this.#closeOther();
        await this.#leave();
        return this.#beginAgain();
      default:
        await this.#closeOther();
        await this.#untilSettled();
        this.#frame = await this.#lms.launchAgain();
        if (mishap === 'a second window, and on in the first') this.#frame = await this.#lms.changeWindow();
        this.#otherUntil = this.#taken + 1 + dice.roll(3);
    }
  }

  async #again(): Promise<void> {
    await this.#lms.leave();
    await this.#open();
  }

  /** Nothing of an emptied record comes back unasked. What was kept here is offered, and taken up by every second learner. */
  async #beginAgain(): Promise<void> {
    const { dice } = this.#plan;
    await this.#lms.empty();
    this.#keepsPass = (await this.#lms.held()).status === 'passed';
    const weather = dice.chance(0.5) ? this.#weather : 'calm';
    await this.#open(weather);
    const copy = bare((await keptHere(this.#now)) ?? '');
    const at = this.#expected.findLastIndex(({ path }) => path === copy);
    const offer = this.#now.locator('[data-do="restore"]');
    const isOffered = (await offer.count()) > 0;
    this.log.push(`emptied; kept here: ${at}${isOffered ? ', and offered' : ''}`);
    // An LMS that breaks at the question who learns is offered nobody's copies.
    if (at > 0 && !isOffered && weather === 'calm') this.findings.push('What was kept here was not offered.');
    const { path } = await this.#lms.held();
    if (path !== '' && path !== this.#expected[0]?.path)
      this.findings.push(`An emptied record came to ${path} unasked.`);
    if (isOffered && path !== '') this.findings.push('An emptied record was written before the learner had answered.');
    if (isOffered && at < 0) this.findings.push(`“${copy}” was offered, which nobody had decided.`);
    const takes = isOffered && dice.chance(0.5);
    if (isOffered) await this.#now.locator(`[data-do="${takes ? 'restore' : 'afresh'}"]`).click();
    this.#taken = takes ? Math.max(at, 0) : 0;
  }

  /** One decision in review mode, which counts for nothing. */
  async #lookAround(): Promise<void> {
    const decision = this.#plan.decisions[this.#taken];
    const met = await comeToQuestion(this.#now, decision?.scenario);
    if (decision && 'asked' in met && met.asked === decision.ask) await answer(this.#now, decision);
  }

  /** Long enough for what failed to be tried again twice. */
  async #pause(): Promise<void> {
    if (this.#offlineUntil !== undefined) return;
    const isSaved = () => document.querySelector('#saved')?.textContent === 'Saved';
    await this.#now.waitForFunction(isSaved, undefined, { timeout: 7000 }).catch(() => undefined);
    await this.#checked(async () => undefined);
  }

  async #untilSettled(): Promise<void> {
    await this.#now.waitForFunction(() => document.querySelector('#saved')?.textContent !== 'Saving');
  }

  async #leave(): Promise<void> {
    await this.#checked(() => this.#lms.leave());
    this.#offlineUntil = undefined;
  }

  /** What was called saved, before the package went, must be held afterwards. */
  async #checked(goes: () => Promise<void>): Promise<void> {
    const word = this.#now.isDetached() ? '' : await saved(this.#now);
    await goes();
    const expected = this.#expected[this.#taken];
    if (word !== 'Saved') return;
    const { path, status } = await this.#lms.held();
    if (path !== expected?.path) this.findings.push(`“Saved” was said, and the LMS held ${path}.`);
    const isPassed = status === 'passed';
    if (isPassed !== (this.#keepsPass || expected?.passed))
      this.findings.push(`“Saved” was said, and the LMS held “${status}”.`);
  }

  async #online(): Promise<void> {
    if (this.#offlineUntil === undefined) return;
    await this.#lms.setOffline(false);
    this.#offlineUntil = undefined;
    this.log.push('online');
  }

  async #closeOther(): Promise<void> {
    if (this.#otherUntil === undefined) return;
    await this.#online();
    await this.#lms.closeOther();
    this.#otherUntil = undefined;
    this.log.push('the other window is closed');
  }
}
