import { defineConfig } from 'vitest/config';

const browser = ['test/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    projects: [
      // A busy machine makes fonts and builds wait: a test that hangs is seen all the same.
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: browser, testTimeout: 20_000 } },
      {
        extends: true,
        test: { name: 'browser', include: browser, testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 3 },
      },
    ],
  },
});
