/** Chromium from npm, so that no machine needs a browser installed. CHROMIUM_PATH names another where that one fails. */
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Without a sandbox: build machines run tests as root. Only pages on loopback are opened. */
export async function launchBrowser(): Promise<Browser> {
  return await playwright.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await chromium.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    headless: true,
  });
}

let launched: Promise<Browser> | undefined;

/** One browser for all test files of a worker: each launch costs a second of work. What a test opens is closed after it. */
export async function sharedBrowser(): Promise<Browser> {
  if (!(await launched)?.isConnected()) launched = launchBrowser();
  return await (launched ?? launchBrowser());
}

export async function closeWindows(): Promise<void> {
  await Promise.all((await launched)?.contexts().map((one) => one.close()) ?? []);
}
