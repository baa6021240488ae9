import { expect, test } from 'vitest';
import { unfoldTable } from '../../src/reading/pasted-table.ts';

test('a row below its headings is read cell by cell, with the units of the headings', () => {
  expect(unfoldTable('序号\t企业名称\t总投资（亿元）\t用地（亩）\n1\t某某有限公司\t5.2\t130')).toBe(
    '企业名称：某某有限公司\n总投资：5.2亿元\n用地：130亩\n',
  );
  expect(unfoldTable('| 项目 | 总投资（万元） |\n|---|---|\n| 货架 | 16500 |')).toBe('项目：货架\n总投资：16500万元\n');
});

test('a unit in the bracket of a label goes behind its number', () => {
  expect(unfoldTable('计划投资(万元) 8600 用地（亩）：46')).toBe('计划投资：8600万元 用地：46亩');
});

test.each(['某某有限公司\t5亿', '名单\n甲\t乙', '项目\t总投资\n甲\t1亿\n乙\t2亿'])('%j stays as it is', (text) => {
  expect(unfoldTable(text)).toBe(text);
});
