import { defineConfig } from 'vitest/config';

/** The pictures of the README, taken anew from the running program by `npm run pictures`. */
export default defineConfig({
  test: { include: ['test/pictures/**/*.pictures.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
});
