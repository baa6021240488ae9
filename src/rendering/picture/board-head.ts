import { MARGIN } from './frame.ts';
import type { Stretch } from './pages.ts';
import { box, COLOUR, measure, put, WIDTH } from './svg.ts';

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

/** Height of a group's title. */
export const GROUP_TITLE = 48;

/** A group's name on its tint, how many it ranks, and which of them stand here. */
export function groupTitle({ group, from, rows }: Stretch<unknown>, top: number): string {
  const all = rows.length === group.rows.length;
  const name = group.name || '全部单位';
  const lines = all ? '' : `（第${from + 1}—${from + rows.length}行）`;
  const words = `${group.rows.length} 家单位，${group.name ? '组内' : '一起'}排名${lines}`;
  return [
    box(MARGIN, top, WIDTH - 2 * MARGIN, GROUP_TITLE, COLOUR.groupTint),
    box(MARGIN, top, 6, GROUP_TITLE, COLOUR.red),
    put(42, top + 33, name, { size: 25, weight: 700, fill: COLOUR.redDeep }),
    put(42 + measure(name, 25, 700) + 14, top + 33, words, { size: 20, fill: COLOUR.second }),
  ].join('');
}
