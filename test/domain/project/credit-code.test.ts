import { expect, it } from 'vitest';
import { isCreditCode } from '../../../src/domain/project/credit-code.ts';

it.each([
  ['91350100M000100Y43', true, 'the example of GB 32100-2015'],
  ['91350100m000100y43', true, 'small letters'],
  ['91350100M000100Y44', false, 'a wrong check character'],
  ['19350100M000100Y43', false, 'two characters changed about'],
  ['91350100M000100Y4', false, '17 characters'],
  ['91350100I000100Y43', false, 'a letter that the standard leaves out'],
  ['', false, 'nothing'],
])('%s is a credit code: %s (%s)', (text, valid) => {
  expect(isCreditCode(text)).toBe(valid);
});
