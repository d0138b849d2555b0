import { defineConfig } from 'vitest/config';

const browser = ['test/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: browser } },
      {
        extends: true,
        test: { name: 'browser', include: browser, testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false },
      },
    ],
  },
});
