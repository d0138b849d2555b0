import { defineConfig } from 'vitest/config';

const browser = ['test/browser/**/*.test.ts'];
/** Minutes of learners to whom everything happens: `npm run test:long`. */
const long = ['test/storm/**/*.test.ts'];
/** A worker and its browser serve one file after another. */
const inBrowser = {
  isolate: false,
  setupFiles: ['test/support/close-windows.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    maxWorkers: 3,
    projects: [
      // A busy machine makes fonts and builds wait: a test that hangs is seen all the same.
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [...browser, ...long], testTimeout: 20_000 },
      },
      { extends: true, test: { name: 'browser', include: browser, ...inBrowser } },
      { extends: true, test: { name: 'long', include: long, ...inBrowser } },
    ],
  },
});
