import { describe, expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { readMessage } from '../../src/reading/message.ts';

const lead = (text: string) => readMessage(text, { today: date('2026-06-10'), calendar: workCalendar(), asLead: true });

describe('who invests in what is said to be a lead', () => {
  it.each([
    ['柚之健 蜜柚深加工 8000万 30亩', '柚之健', '蜜柚深加工'],
    ['香港 嘉里 物流园 1500万美元', '嘉里', '物流园'],
    ['外资 日本 村田 电容 2000万美元', '村田', '电容'],
    ['三只羊，直播基地，2000万', '三只羊', '直播基地'],
    ['在谈 恒创 储能电池 10亿', '恒创', '储能电池'],
  ])('%s: the first piece that names somebody', (text, company, project) => {
    expect(lead(text)).toMatchObject({ company, project });
  });

  it.each([
    ['以商招商 王总 线束 3000万', '线束'],
    ['5000万 服装厂 温州老板', '服装厂'],
    ['做服装的 5000万', '服装'],
    ['江苏那边一个做轮毂的 想投2亿', '轮毂'],
    ['紧固件 8000万 40亩 宁波', '紧固件'],
    ['今天来了个客商 谈石材 2个亿', '石材'],
  ])('%s: nobody is named', (text, project) => {
    expect(lead(text)).toMatchObject({ company: null, project });
  });

  it('takes a place that stands alone for where they are from', () => {
    expect(lead('铭泰 轴承套圈 1.2亿 50亩 浙江').regionFrom).toBe('浙江');
    expect(lead('福建省 泉州市 恒安 纸品 3亿').regionFrom).toBe('福建');
  });

  it('says nothing of a message that is not said to be one', () => {
    const said = readMessage('嘉里 到了吗', { today: date('2026-06-10'), calendar: workCalendar() });
    expect(said.company).toBeNull();
  });
});
