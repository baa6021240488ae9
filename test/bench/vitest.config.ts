import { defineConfig } from 'vitest/config';

/** Measures, run by `npm run bench`: one after the other, on a PostgreSQL with the product's own settings. */
export default defineConfig({
  test: {
    include: ['test/bench/**/*.bench.ts'],
    globalSetup: ['test/bench/server.ts'],
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    disableConsoleIntercept: true,
  },
});
