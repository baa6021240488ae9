import { expect, test } from 'vitest';
import { originOf } from '../../src/reading/home.ts';

test.each([
  ['浙江', null, '河北 邯郸', 'outside'],
  ['石家庄', null, '河北 邯郸', 'province'],
  ['河北', null, '河北 邯郸', 'province'],
  ['邯郸', null, '河北 邯郸', 'local'],
  ['上海', null, '上海 浦东', 'province'],
  ['台湾', null, '河北 邯郸', 'overseas'],
  ['德国', null, '', 'overseas'],
  ['浙江', null, '', null],
  [null, '宁波海纳精密制造有限公司', '浙江 杭州', 'province'],
  [null, '宁波海纳精密制造有限公司', '河北', 'outside'],
  [null, '海纳精密制造有限公司', '河北', null],
])('an investor of %s (%s) seen from %s is %s', (region, investor, home, origin) => {
  expect(originOf(region, investor, home)).toBe(origin);
});
