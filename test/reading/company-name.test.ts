import { expect, it } from 'vitest';
import { companyKey, sameCompany } from '../../src/reading/company-name.ts';

it.each([
  ['河北华辰新能源科技(有限公司)', '华辰新能源科技有限公司'],
  ['河北省华辰新能源科技有限公司', '华辰新能源科技（集团）股份有限公司'],
  ['ＴＣＬ科技集团股份有限公司', 'tcl科技'],
  ['贵研中希（上海）新材料科技有限公司', '贵研中希上海新材料科技'],
])('%s and %s have one key', (a, b) => {
  expect(companyKey(a)).toBe(companyKey(b));
});

it('keeps a name that is a region and a legal form only', () => {
  expect(companyKey('河北集团')).toBe('河北');
});

it.each([
  ['华辰新能源', '河北华辰新能源科技有限公司', true],
  ['华辰', '华夏', false],
  ['辰新', '河北华辰新能源科技有限公司', false],
])('%s and %s: may be one company is %s', (a, b, same) => {
  expect(sameCompany(a, b)).toBe(same);
});
