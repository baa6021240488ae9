import { beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../src/reading/workbook.ts';
import { readFile } from '../../../src/services/file.service.ts';
import { button, type Seen, type TestBot } from '../../support/bot.ts';
import { anEntry, shares } from '../../support/measured.ts';
import { aMonth } from '../../support/month.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;

/** June as {@link aMonth}, and a project of 临洺关镇 shared 40/60 with 城东街道 since May, with 12 payments of 1.5万元 in May. */
beforeAll(async () => {
  bot = await aMonth();
  const id = await aProject(bot, { name: '共享项目', unit: '临洺关镇' });
  await shares(bot, id, '2026-05-01', { 临洺关镇: '0.4', 城东街道: '0.6' });
  for (let at = 1; at <= 12; at += 1) {
    await anEntry(bot, id, { kind: 'funds', amount: '1.5', on: `2026-05-${String(at).padStart(2, '0')}` });
  }
});

const tableOf = (seen: Seen) => {
  const table = seen.reply.parts?.find((part) => part.type === 'table');
  return table?.type === 'table' ? table.rows : [];
};

describe('口径: what a figure is made of', () => {
  test('the rows behind a unit’s figure add up to it, with shares and days', async () => {
    const seen = await bot.says('钱七', '口径 城东街道 到位资金 6月');
    expect(seen.reply.title).toBe('城东街道 到位资金：1010.8万元');
    expect(seen.text).toContain('核实过的到位资金，冲销为负，按份额折算。计 1月1日-6月30日（2026年）');
    expect(tableOf(seen)[0]).toEqual(['L3', '共享项目', '0.9万元（1.5万元×60%）', '5月1日']);
    expect(tableOf(seen)).toHaveLength(11);
    expect(tableOf(seen).at(-1)).toEqual(['合计', '13 笔', '1010.8万元', '']);
    expect(seen.text).toContain('第 1 页，共 2 页');
    const next = await bot.presses('钱七', button(seen, '下一页'));
    expect(tableOf(next)).toEqual([
      ['L13', '共享项目', '0.9万元（1.5万元×60%）', '5月11日'],
      ['L14', '共享项目', '0.9万元（1.5万元×60%）', '5月12日'],
      ['L2', '鲁泰装备项目', '1000万元', '6月8日'],
      ['合计', '13 笔', '1010.8万元', ''],
    ]);
  });

  test('all of it goes to Excel, the total first', async () => {
    const seen = await bot.says('钱七', '口径 城东街道 到位资金 6月');
    const { reply } = await bot.presses('钱七', button(seen, '导出 Excel'));
    const [part] = reply.parts ?? [];
    const kept = await bot.inOrg((tx) => readFile(tx, part?.type === 'file' ? part.file.id : ''));
    const { sheets } = await readWorkbook(Buffer.from(kept?.bytes ?? []));
    const text = JSON.stringify(sheets[0]?.rows.slice(3, 5).map(({ cells }) => [...cells.values()]));
    expect(sheets[0]?.rows).toHaveLength(3 + 1 + 13 + 1);
    expect(text).toContain('1010.8');
    expect(text).toContain('共享项目');
  });

  test('the month alone, narrower figures and other words for them', async () => {
    const june = await bot.says('钱七', '口径 城东街道 到位资金 6月');
    expect((await bot.presses('钱七', button(june, '只看当月'))).reply.title).toBe('城东街道 到位资金/本月：1000万元');
    expect((await bot.says('钱七', '口径城东街道到资5月当月')).reply.title).toBe('城东街道 到位资金/本月：10.8万元');
    const big = await bot.says('钱七', '怎么算 签约额 1亿以上 省外 6月');
    expect(big.reply.title).toBe('全部单位 签约金额/1亿以上/省外：0万元');
    expect(big.text).toContain('没有计入的记录');
  });

  test('a rate shows what stands above and below the line', async () => {
    const seen = await bot.says('钱七', '口径 临洺关镇 开工率 6月');
    expect(seen.reply.title).toBe('临洺关镇 开工率：0.00%');
    expect(seen.text).toContain('签约已开工数 0个 ÷ 考察签约数 1个');
    expect(seen.text).toContain('看今年签约的项目');
    expect(tableOf(seen)).toEqual([
      ['X1', '华辰光伏组件项目', '0个', '1个', '6月3日'],
      ['合计', '1 笔', '0个', '1个', ''],
    ]);
  });

  test('without a figure it shows what there is, each a button; the board has the button too', async () => {
    const menu = await bot.says('钱七', '口径 临洺关镇 6月');
    expect(menu.text).toContain('签约金额：12亿元');
    const opened = await bot.presses('钱七', button(menu, '签约金额'));
    expect(tableOf(opened).at(-1)).toEqual(['合计', '1 笔', '12亿元', '']);
    const board = await bot.says('钱七', '排行 6月');
    expect((await bot.presses('钱七', button(board, '口径'))).reply.title).toContain('全部单位 2026年6月');
  });

  test('a member sees the own unit’s rows, of others the figure alone', async () => {
    expect((await bot.says('张三', '口径 到位资金')).reply.title).toBe('临洺关镇 到位资金：8007.2万元');
    const other = await bot.says('张三', '口径 城东街道 到位资金');
    expect(other.reply.title).toBe('城东街道 到位资金：1010.8万元');
    expect(other.text).toContain('别的单位的明细由投促中心和领导查看');
    expect(other.text).not.toContain('鲁泰');
    const all = await bot.says('张三', '口径 全县 到位资金');
    expect(all.reply.title).toBe('全部单位 到位资金：9018万元');
    expect(all.text).not.toContain('鲁泰');
    const byButton = await bot.presses('张三', button(await bot.says('钱七', '口径 城东街道 到位资金'), '下一页'));
    expect(byButton.text).not.toContain('鲁泰');
  });

  test('what it does not know it says, and a month to come is refused', async () => {
    expect((await bot.says('钱七', '口径 幸福指数')).text).toContain('没看懂“幸福指数”是哪个数');
    expect((await bot.says('钱七', '口径 到位资金/火星')).text).toContain('没看懂');
    expect((await bot.says('钱七', '口径 到位资金 2027年3月')).text).toContain('还没开始');
    expect((await bot.says('孙八', '口径 到位资金 6月')).reply.title).toContain('全部单位');
    expect((await bot.says('周九', '口径 到位资金')).reply.title).toContain('全部单位');
  });

  test('of a published month it shows the figures as published, and says so where today’s records differ', async () => {
    await bot.says('钱七', '月报 发布');
    bot.at('2026-07-02T10:00:00+08:00');
    await bot.says('钱七', '冲销 L2 多计');
    const seen = await bot.says('钱七', '口径 城东街道 到位资金 6月');
    expect(seen.reply.title).toBe('城东街道 到位资金：1010.8万元');
    expect(seen.text).toContain('与已发布的一致');
    await bot.inOrg((tx) =>
      tx.sql
        .updateTable('entries')
        .set({ amount: '2' as never })
        .where('id', '=', 3)
        .execute(),
    );
    expect((await bot.says('钱七', '口径 城东街道 到位资金 6月')).text).toContain('发布时为 1010.8万元');
  });
});
