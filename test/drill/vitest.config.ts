import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** The full drill, run by `npm run drill`. */
export default mergeConfig(
  base,
  defineConfig({ test: { env: { DRILL_ROUNDS: '50' }, testTimeout: 1_800_000, disableConsoleIntercept: true } }),
);
