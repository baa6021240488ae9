import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** The full drill, run by `npm run drill`: `*.drill.ts` belong to it alone. */
export default mergeConfig(
  base,
  defineConfig({
    test: {
      include: ['test/drill/*.drill.ts', 'test/drill/repeats.test.ts'],
      env: { DRILL_ROUNDS: '50', DRILL_MESSAGES: '1000' },
      testTimeout: 1_800_000,
      disableConsoleIntercept: true,
    },
  }),
);
