import { defineConfig } from 'vitest/config';

/** The weights in `src/reading/words`, learned anew from the labelled messages by `npm run train`. */
export default defineConfig({
  test: { include: ['test/train/**/*.train.ts'], testTimeout: 300_000 },
});
