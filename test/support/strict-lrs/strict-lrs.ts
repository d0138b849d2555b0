/** Drives the strict LRS from a test: launch a package, play it, leave it, and ask what was recorded. */
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { plainName } from '../strict-lms/plain-name.ts';
import type { Keeping, ServedFile } from '../strict-lms/serve.ts';
import { type LaunchOptions, Lrs } from './lrs.ts';
import { readCourseStructure } from './read-course-structure.ts';
import { type ServedCourse, type ServedLrs, serveCourse, serveLrs, type Trouble } from './serve.ts';

const NONE: Trouble = { faults: [], slow: 0, showsEtag: true, takesConditions: true };

export interface Launch extends LaunchOptions, Partial<Trouble> {
  /** Where the package opens: instead of the LMS's page, or in a frame of it. */
  readonly place?: 'window' | 'frame';
  /** The LMS has a page to come back to. */
  readonly comesBack?: boolean;
}

export class StrictLrs {
  readonly lrs: Lrs;
  readonly #course: ServedCourse;
  readonly #served: ServedLrs;
  readonly #trouble: Trouble;
  readonly #context: BrowserContext;
  page: Page;
  readonly #requests: string[] = [];

  private constructor(
    lrs: Lrs,
    course: ServedCourse,
    served: ServedLrs,
    trouble: Trouble,
    context: BrowserContext,
    page: Page,
  ) {
    this.lrs = lrs;
    this.#course = course;
    this.#served = served;
    this.#trouble = trouble;
    this.#context = context;
    this.page = page;
    context.on('request', (request) => this.#requests.push(request.url()));
  }

  /** An LMS with one learner, into which the files were imported. */
  static async open(browser: Browser, files: readonly ServedFile[], otherHost = ''): Promise<StrictLrs> {
    const structure = files.find((one) => one.name === 'cmi5.xml')?.bytes.toString('utf8') ?? '';
    const lrs = new Lrs(readCourseStructure(structure));
    const trouble = { ...NONE };
    const served = await serveLrs(lrs, trouble);
    const course = await serveCourse(files, `${served.url} ${otherHost}`);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    return new StrictLrs(lrs, course, served, trouble, context, await context.newPage());
  }

  /** Opens the package in a new session and answers with its frame. What was taken before is found again. */
  async launch({
    place = 'window',
    comesBack,
    faults,
    slow,
    showsEtag,
    takesConditions,
    ...options
  }: Launch = {}): Promise<Frame> {
    this.trouble({
      ...NONE,
      ...(faults && { faults }),
      ...(slow && { slow }),
      ...(showsEtag === false && { showsEtag }),
      ...(takesConditions === false && { takesConditions }),
    });
    this.#served.begin();
    const back = comesBack ? { returnURL: `${this.#course.url}left` } : {};
    const query = new URLSearchParams(this.lrs.launch(this.#served.url, { ...options, ...back }));
    await this.page.goto(`${this.#course.url}${place === 'frame' ? 'frame' : 'package/index.html'}?${query}`);
    return this.#opened(place);
  }

  async #opened(place: 'window' | 'frame'): Promise<Frame> {
    const inside = place === 'frame' ? await (await this.page.waitForSelector('iframe')).contentFrame() : undefined;
    const frame = inside ?? this.page.mainFrame();
    await frame.waitForSelector('#ready button, #ready .told, main [tabindex]');
    return frame;
  }

  /** The learner loads the page again, with the key for it or with the browser's button. */
  async reload(how: 'key' | 'button'): Promise<Frame> {
    // Headless browsers do not reload on the key: it is pressed, and then the reload follows.
    if (how === 'key') await this.page.keyboard.press('F5');
    await this.page.reload();
    return this.#opened('window');
  }

  /** An administrator imports a new version over the package: the registration stays. */
  update(files: readonly ServedFile[]): void {
    this.#course.replace(files);
  }

  /** From now on browsers are told to keep its files for months. */
  keepForMonths(what: Keeping): void {
    this.#course.keep(what);
  }

  trouble(next: Partial<Trouble>): void {
    Object.assign(this.#trouble, next);
  }

  /** Faults count from here, as from a launch. */
  countAnew(): void {
    this.#served.begin();
  }

  /** How often requests of this kind were made to fail. */
  failed(kind: string): number {
    return this.#served.failed.get(kind) ?? 0;
  }

  setOffline(offline: boolean): Promise<void> {
    return this.#context.setOffline(offline);
  }

  /** Goes elsewhere, as a person does: the package's page hears that it goes. */
  async leave(): Promise<void> {
    await this.page.goto(`${this.#course.url}left`);
    // The next launch is a new window, which knows nothing of this one.
    await this.page.evaluate(() => sessionStorage.clear());
    await this.#lastWord();
    await this.quiet();
  }

  /** The tab dies: nothing in it can send another word. */
  async crash(): Promise<void> {
    const dying = this.page;
    this.page = await this.#context.newPage();
    await Promise.all([dying.waitForEvent('crash'), dying.goto('chrome://crash').catch(() => undefined)]);
    await dying.close();
  }

  /** Another window of the same learner. The first stays open. */
  async another(): Promise<void> {
    this.page = await this.#context.newPage();
  }

  /** A page that goes says so a moment later, or much later on a busy machine; where requests fail it may say nothing. */
  async #lastWord(): Promise<void> {
    const sent = (): boolean => this.lrs.sessions().at(-1)?.over !== undefined;
    for (let left = this.#trouble.faults.length > 0 ? 0 : 200; left > 0 && !sent(); left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Until what was sent last has been answered: a page that goes sends its last words a moment later. */
  async quiet(): Promise<void> {
    for (let calm = 0; calm < 2; calm = this.#served.isQuiet() ? calm + 1 : 0) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Files of its own that the package asked for, by their plain names, and the hosts of whatever else. */
  requested(): string[] {
    const own = `${this.#course.url}package/`;
    const others = this.#requests.filter((url) => !url.startsWith(this.#course.url));
    const files = this.#requests
      .filter((url) => url.startsWith(own))
      .map((url) => plainName(new URL(url).pathname.slice(9)));
    return [...new Set([...files, ...others.map((url) => (url.startsWith(this.#served.url) ? 'LRS' : url))])].sort();
  }

  /** Every address that was asked for, in order. */
  all(): readonly string[] {
    return this.#requests;
  }

  async close(): Promise<void> {
    await this.#context.close();
    await this.#course.close();
    await this.#served.close();
  }
}
