import { COLOUR, put } from './svg.ts';

/** Height of the table's column heads. */
export const HEAD_ROWS = 64;

/** The column heads; units stand beneath the names. */
export function boardHeader(top: number): string {
  const name = (x: number, value: string, anchor: 'start' | 'middle' | 'end' = 'end') =>
    put(x, top + 30, value, { size: 20, weight: 500, fill: COLOUR.second, anchor });
  const unit = (x: number, value: string) => put(x, top + 54, value, { size: 17, fill: COLOUR.third, anchor: 'end' });
  return [
    name(58, '位次', 'middle'),
    name(104, '升降', 'middle'),
    name(132, '单位', 'start'),
    put(132, top + 54, '综合得分', { size: 17, fill: COLOUR.third }),
    name(464, '签约额'),
    unit(464, '亿元｜个'),
    name(556, '到位资金'),
    unit(556, '亿元'),
    name(642, '完成率'),
    unit(642, '%'),
    name(714, '开工'),
    unit(714, '个'),
  ].join('');
}
