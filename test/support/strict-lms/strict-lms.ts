/** Drives the strict LMS from a test: launch a package, play it, leave it, and ask what was recorded. */
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { plainName } from './plain-name.ts';
import { readManifest } from './read-manifest.ts';
import { EMPTY, type LaunchLog, type LaunchOptions, type LmsRecord, OFFLINE, PLAIN, type Violation } from './record.ts';
import { type Keeping, type Served, type ServedFile, servePackage } from './serve.ts';

interface Kept {
  readonly record: LmsRecord;
  readonly launches: readonly LaunchLog[];
}

export class StrictLms {
  readonly #served: Served;
  readonly #context: BrowserContext;
  #page: Page;
  /** Where the package is, when it is not in a frame. */
  #window: Page | undefined;
  /** A second window of the same learner, where there is one. */
  #other: Page | undefined;
  #isOffline = false;
  readonly #requests: string[] = [];

  /** What the manifest says stands unless a launch says otherwise. */
  readonly #imported: LaunchOptions;

  private constructor(served: Served, context: BrowserContext, page: Page, imported: LaunchOptions) {
    this.#served = served;
    this.#imported = imported;
    this.#context = context;
    this.#page = page;
    context.on('request', (request) => this.#requests.push(request.url()));
  }

  /** An LMS with one learner who has not begun, into which the files were imported. */
  static async open(browser: Browser, files: readonly ServedFile[], csp?: string): Promise<StrictLms> {
    const served = await servePackage(files, await lmsScript(), csp);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    const manifest = files.find((one) => one.name === 'imsmanifest.xml')?.bytes.toString('utf8') ?? '';
    return new StrictLms(served, context, await context.newPage(), { ...PLAIN, ...readManifest(manifest) });
  }

  /** Opens the package and answers with its frame. What was committed before is found again. */
  async launch(options: Partial<LaunchOptions> = {}): Promise<Frame> {
    const query = encodeURIComponent(JSON.stringify({ ...this.#imported, ...options }));
    if (this.#isOffline) await this.setOffline(false);
    const opened = options.place === 'window' ? this.#page.waitForEvent('popup') : undefined;
    await this.#page.goto(`${this.#served.url}lms?${query}`);
    this.#window = await opened;
    return this.#shown();
  }

  async #shown(): Promise<Frame> {
    const frame = this.#window?.mainFrame() ?? (await (await this.#page.waitForSelector('iframe')).contentFrame());
    if (!frame) throw new Error('The LMS shows no package.');
    await frame.waitForSelector('#ready button, main [tabindex]');
    return frame;
  }

  /** The learner loads the LMS's page again, in the same tab. */
  async reload(): Promise<Frame> {
    await this.#page.reload();
    return this.#shown();
  }

  /** The LMS takes the package out of its page. */
  async removeFrame(): Promise<void> {
    await this.#page.evaluate(() => document.querySelector('iframe')?.remove());
  }

  /** The learner loads only the frame again, from its menu: the LMS gives that page no second session. */
  async reloadFrame(): Promise<Frame> {
    const frame = await this.#shown();
    const navigated = frame.waitForNavigation();
    await frame.evaluate(() => setTimeout(() => location.reload()));
    await navigated;
    return this.#shown();
  }

  async setOffline(offline: boolean): Promise<void> {
    if (this.#isOffline === offline) return;
    this.#isOffline = offline;
    await this.#setLine(offline);
    await this.#context.setOffline(offline);
  }

  /** What the LMS itself goes by: a page that goes may do so after the browser is online again. */
  #setLine(offline: boolean): Promise<void> {
    return this.#page.evaluate(
      ([key, value]) => (value ? localStorage.setItem(key, value) : localStorage.removeItem(key)),
      [OFFLINE, offline ? 'yes' : ''] as const,
    );
  }

  /** Opens the package in a second window of the same learner, and goes on in that one. */
  async launchAgain(options: Partial<LaunchOptions> = {}): Promise<Frame> {
    this.#other = this.#page;
    this.#page = await this.#context.newPage();
    return this.launch(options);
  }

  /** Goes on in the other window. */
  async changeWindow(): Promise<Frame> {
    if (!this.#other) throw new Error('There is one window.');
    [this.#page, this.#other] = [this.#other, this.#page];
    await this.#page.bringToFront();
    return this.#shown();
  }

  /** Closes the other window, as a person does. */
  async closeOther(): Promise<void> {
    await this.#other?.goto(`${this.#served.url}left`);
    await this.#other?.close();
    this.#other = undefined;
  }

  /** Closes the package as a person closes a window: its pages hear that they go. */
  async leave(): Promise<void> {
    if (this.#window && !this.#window.isClosed()) {
      await this.#window.goto(`${this.#served.url}left`);
      await this.#window.close();
    }
    // Also without a connection; it is back before the next launch, and for the LMS only then.
    if (this.#isOffline) await this.#page.goto('about:blank');
    await this.#context.setOffline(false);
    await this.#page.goto(`${this.#served.url}left`);
    // The next launch is a new window, which knows nothing of this one.
    await this.#page.evaluate(() => sessionStorage.clear());
  }

  /** The tab dies: nothing in it can send another word. */
  async crash(): Promise<void> {
    const dying = this.#page;
    this.#page = await this.#context.newPage();
    // The navigation never answers; the tab is what was asked for: gone.
    await Promise.all([dying.waitForEvent('crash'), dying.goto('chrome://crash').catch(() => undefined)]);
    await dying.close();
    await this.leave();
  }

  /**
   * Every file that the package asked for since it was imported, by its plain name; whole addresses where they are of
   * another host.
   */
  requested(): string[] {
    const own = `${this.#served.url}package/`;
    const around = [`${this.#served.url}lms`, `${this.#served.url}left`];
    const asked = this.#requests.filter((url) => !around.some((one) => url.startsWith(one)));
    return [...new Set(asked.map((url) => (url.startsWith(own) ? plainName(url.slice(own.length)) : url)))].sort();
  }

  /** What the LMS holds: only what was committed. */
  async record(): Promise<LmsRecord> {
    return (await this.#kept()).record;
  }

  async launches(): Promise<readonly LaunchLog[]> {
    return (await this.#kept()).launches;
  }

  /** Every rule broken in any launch, with the call that broke it. */
  async violations(): Promise<readonly Violation[]> {
    return (await this.launches()).flatMap((one) => one.violations);
  }

  /** An administrator imports a new version over the package: the record stays, as LMSs keep it. */
  update(files: readonly ServedFile[]): void {
    this.#served.replace(files);
  }

  /** From now on browsers are told to keep its files for months. */
  keepForMonths(what: Keeping): void {
    this.#served.keep(what);
  }

  /** An administrator empties the learner's record. */
  async reset(): Promise<void> {
    await this.#write({ record: EMPTY, launches: await this.launches() });
  }

  /** Goes on from a record of another import, as an LMS does where a package is imported over an older one. */
  async adopt(record: LmsRecord): Promise<void> {
    await this.#page.goto(`${this.#served.url}left`);
    await this.#write({ record, launches: [] });
  }

  async close(): Promise<void> {
    await this.#context.close();
    await this.#served.close();
  }

  async #kept(): Promise<Kept> {
    const text = await this.#page.evaluate(() => localStorage.getItem('strict-lms'));
    return text === null ? { record: EMPTY, launches: [] } : JSON.parse(text);
  }

  async #write(kept: Kept): Promise<void> {
    await this.#page.evaluate((text) => localStorage.setItem('strict-lms', text), JSON.stringify(kept));
  }
}

async function lmsScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
