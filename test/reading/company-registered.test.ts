import { describe, expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { readCompany } from '../../src/reading/company.ts';
import { isRegistered, standsAlone } from '../../src/reading/company-registered.ts';
import { prepare } from '../../src/reading/prepared.ts';

const company = (text: string) => readCompany(prepare(text, date('2026-06-10'), workCalendar()));

const NAMES = [
  '与时科技有限公司',
  '浙江万向数据服务有限责任公司',
  '深圳市中和城市服务有限公司武汉分公司',
  '湖北省鑫获项目管理咨询有限公司',
  '重庆尚品规划设计股份有限公司',
  '浙江全球通品牌管理(苏州)有限公司',
  '未来之星智能装备制造集团有限公司',
  '内蒙古品胜人力资源服务合伙企业(有限合伙)',
  '杭州市余杭区世纪金源基础设施建设有限公司',
  '潍坊华茂工业园区开发有限公司',
];

describe('a registered name is read whole, whatever words of plain speech are in it', () => {
  it.each(NAMES)('%s', (name) => {
    expect(company(`该项目由${name}投资建设，总投资3亿元，占地80亩。`)).toBe(name);
    expect(company(`县政府与${name}签订投资协议，总投资3亿元。`)).toBe(name);
    expect(company(`${name}计划投资3亿元建设生产基地。`)).toBe(name);
  });

  it('is parted from another one', () => {
    expect(company('该项目由华茂科技有限公司与浙江中和食品有限公司共同投资建设，总投资3亿元。')).toBe(
      '华茂科技有限公司、浙江中和食品有限公司',
    );
  });
});

it.each([
  ['华茂科技有限公司', true],
  ['中国建材科技有限公司', true],
  ['茂科技有限公司', false],
  ['科技有限公司', false],
  ['武汉分公司', false],
])('%s has a name of its own: %s', (name, own) => {
  expect(standsAlone(name)).toBe(own);
});

it('a group or a short name is no registered name', () => {
  expect(['华茂集团', '华茂科技', '有限公司总部'].some(isRegistered)).toBe(false);
});
