import { defineConfig } from 'vitest/config';

/** The tests of the rules alone, in a copy of the tree: no database, one after the other, stopped at the first failure. */
export default defineConfig({
  test: {
    include: ['test/domain/**/*.test.ts'],
    exclude: ['**/json-schema.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    isolate: false,
    maxWorkers: 1,
    bail: 1,
  },
});
