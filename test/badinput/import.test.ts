import { expect, test } from 'vitest';
import { casesOf } from '../support/badinput/case.ts';
import { runCase } from '../support/badinput/run.ts';

test.each(casesOf('xlsx-import').map((one) => [one.id, one] as const))('%s', async (_, one) => {
  expect(await runCase(one)).toEqual([]);
});
