import { describe, expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { readMessage } from '../../src/reading/message.ts';

const read = (text: string) => readMessage(text, { today: date('2026-06-10'), calendar: workCalendar() });

describe('a message read whole', () => {
  it('takes a lead out of one chat line', () => {
    expect(
      read('录入 河北云岭食品 预制菜 总投资1.2亿 要60亩 年产值3亿 税收900万 用工200 联系人赵经理13900001111'),
    ).toMatchObject({
      kind: 'lead',
      investment: '12000',
      land: '60',
      output: '30000',
      tax: '900',
      jobs: 200,
      contactName: '赵经理',
      contactPhone: '13900001111',
      industry: '农业食品',
    });
  });

  it('tells foreign capital from the total', () => {
    expect(read('该项目总投资3亿元，其中合同外资2000万美元，占地80亩。')).toMatchObject({
      investment: '30000',
      foreign: '2000',
    });
  });

  it('never adds phases up', () => {
    expect(read('云岭食品项目一期投资2亿元，二期投资3亿元。').investment).toBeNull();
  });

  it('does not take registered capital for an investment', () => {
    expect(read('河北云岭食品有限公司注册资本5000万元，计划投资1亿元建设预制菜项目。').investment).toBe('10000');
  });

  it('leaves a negative or broken number blank', () => {
    expect([read('云岭食品项目 投资-3亿').investment, read('云岭食品项目 投资1.2.3亿').investment]).toEqual([
      null,
      null,
    ]);
  });

  it('gives small talk nothing', () => {
    expect(read('收到，谢谢')).toMatchObject({ kind: 'none', company: null, investment: null });
  });
});

it.each([
  ['佛山海纳新材电子有限公司拟投资两亿六建高速连接器项目', '高速连接器项目', '佛山海纳新材电子有限公司'],
  ['两亿六的高速连接器项目', '高速连接器项目', null],
  ['投资一个亿建厂', null, null],
  ['李总介绍的温州客商陈建国13812345678想投一个阀门厂，大概1.2亿', '阀门厂', null],
  ['中节能想在咱们这上个光伏电站，总投4.5亿', '光伏电站', '中节能'],
  ['今天和江苏润阳谈了，想来做TOPCon电池，一期10GW，投资50个亿', 'TOPCon电池', '江苏润阳'],
])('sums, persons, telephones and intentions are no part of a name: %s', (text, project, company) => {
  expect(read(text)).toMatchObject({ project, company });
});
