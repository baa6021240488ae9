import { defineConfig } from 'vitest/config';

/** The mutation check, run by `npm run mutate`: rules are broken one at a time, and the tests must notice. */
export default defineConfig({
  test: {
    include: ['test/mutation/*.mutation.ts'],
    testTimeout: 3_600_000,
    disableConsoleIntercept: true,
  },
});
