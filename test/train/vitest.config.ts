import { defineConfig } from 'vitest/config';

/** The weights of `src/reading/words/kind-weights.ts`, learned anew from the labelled messages by `npm run train`. */
export default defineConfig({
  test: { include: ['test/train/**/*.train.ts'], testTimeout: 300_000 },
});
