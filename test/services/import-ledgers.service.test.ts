import { beforeEach, describe, expect, it } from 'vitest';
import { button, type TestBot, testBot } from '../support/bot.ts';
import { aProject } from '../support/project.ts';
import { fileOf } from '../support/workbook.ts';

type Row = (string | number | null)[];
const HEAD = ['编号', '台账', '项目编号', '项目名称', '金额', '计量单位', '日期', '凭证号', '备注'];

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  for (const name of ['甲项目', '乙项目']) await aProject(bot, { name, unit: '临洺关镇' });
});

const preview = (rows: Row[]) => bot.says('钱七', '导入', { chat: '私聊', files: [fileOf(rows)] });
const confirm = async (rows: Row[]) => bot.presses('钱七', button(await preview(rows), '确认'), { chat: '私聊' });
const entries = () => bot.inOrg((tx) => tx.sql.selectFrom('entries').selectAll().orderBy('id').execute());

describe('导入 of ledger lines', () => {
  it('files each as reported, by project number or name, in the kind’s unit', async () => {
    const reply = await confirm([
      HEAD,
      ['', '到位资金', 'X1', '甲项目', 500, '万元', '2026-06-01', 'PZ-0001', '首期'],
      ['', '固投', '', '乙项目', 1.2, '亿元', 46174, null, null],
      ['', '外资', 'X1', '', 30, '万美元', '2026-05-20', null, null],
    ]);
    expect(reply.text).toContain('已导入资金台账：新增 3');
    expect(await entries()).toMatchObject([
      {
        id: 1,
        project_id: 1,
        kind: 'funds',
        amount: '500.000000',
        voucher: 'PZ-0001',
        note: '首期',
        state: 'reported',
      },
      { id: 2, project_id: 2, kind: 'fixed-assets', amount: '12000.000000', occurred_on: '2026-06-01' },
      {
        id: 3,
        project_id: 1,
        kind: 'foreign-capital',
        amount: '30.000000',
        unit_id: bot.units.临洺关镇,
        booked_on: null,
      },
    ]);
  });

  it('reads a sheet with a column for each kind of money, in the unit above the heads', async () => {
    await confirm([
      ['2026年到位资金台账'],
      ['填报单位：临洺关镇　　单位：亿元'],
      ['序号', '项目名称', '到账日期', '到位资金', '固定资产投资（万元）'],
      [1, '甲项目', '2026-06-01', 0.05, 300],
      [2, '乙项目', '2026-06-02', 0.1, null],
      ['合计', null, null, 0.15, 300],
    ]);
    expect((await entries()).map(({ project_id, kind, amount }) => [project_id, kind, amount])).toEqual([
      [1, 'funds', '500.000000'],
      [1, 'fixed-assets', '300.000000'],
      [2, 'funds', '1000.000000'],
    ]);
  });

  it('the same sheet twice files nothing twice; another voucher on the same day is shown and filed', async () => {
    const rows: Row[] = [HEAD, ['', '到位', 'X1', '', 500, '万元', '2026-06-01', 'PZ-0001', null]];
    await confirm(rows);
    const again = await preview(rows);
    expect(again.text).toContain('新增 0，变化 0，无变化 1');
    expect(again.buttons).toEqual([]);
    const other = await preview([HEAD, ['', '到位', 'X1', '', 500, '万元', '2026-06-01', 'PZ-0002', null]]);
    expect(other.text).toContain('与L1同日同额，请核对');
  });

  it('a line that comes back by its number is compared, never edited', async () => {
    await confirm([HEAD, ['', '到位', 'X1', '', 500, '万元', '2026-06-01', 'PZ-0001', null]]);
    expect(
      (await preview([HEAD, ['L1', '到位资金', 'X1', '甲项目', 500, '万元', '2026-06-01', 'PZ-0001', '']])).text,
    ).toContain('无变化 1');
    expect(
      (await preview([HEAD, ['L1', '到位资金', 'X1', '甲项目', 600, '万元', '2026-06-01', 'PZ-0001', '']])).text,
    ).toContain('请用“冲销 L1 原因”后重新登记');
  });

  it.each<[string, Row, string]>([
    ['no project', ['', '到位', '', '', 1, '', '2026-06-01', '', ''], '没有项目编号，也没有项目名称'],
    ['an unknown number', ['', '到位', 'X9', '', 1, '', '2026-06-01', '', ''], '没有项目“X9”'],
    ['an unknown name', ['', '到位', '', '丙项目', 1, '', '2026-06-01', '', ''], '没有项目“丙项目”'],
    ['a name of another project', ['', '到位', 'X1', '乙项目', 1, '', '2026-06-01', '', ''], 'X1 的名称是“甲项目”'],
    ['no kind', ['', '', 'X1', '', 1, '', '2026-06-01', '', ''], '没有说是哪个台账'],
    ['an unknown kind', ['', '利润', 'X1', '', 1, '', '2026-06-01', '', ''], '没有“利润”这个台账'],
    ['no money', ['', '到位', 'X1', '', null, '', '2026-06-01', '', ''], '没有金额'],
    ['money below zero', ['', '到位', 'X1', '', -3, '', '2026-06-01', '', ''], '是负数'],
    ['dollars for yuan', ['', '到位', 'X1', '', 3, '万美元', '2026-06-01', '', ''], '的单位是万美元'],
    ['yuan for dollars', ['', '外资', 'X1', '', 3, '万元', '2026-06-01', '', ''], '的单位是万元'],
    ['no day', ['', '到位', 'X1', '', 1, '', null, '', ''], '没有日期'],
    ['a day to come', ['', '到位', 'X1', '', 1, '', '2026-06-11', '', ''], '日期在今天以后'],
    ['a number that is not there', ['L7', '到位', 'X1', '', 1, '', '2026-06-01', '', ''], '台账里没有编号“L7”'],
  ])('refuses a row with %s', async (_, row, reason) => {
    const { text, buttons } = await preview([HEAD, row]);
    expect(text).toContain('第 2 行');
    expect(text).toContain(reason);
    expect(buttons).toEqual([]);
  });

  it('refuses a voucher of another line, a double within the sheet, and a name that two projects have', async () => {
    await aProject(bot, { name: '乙项目', unit: '城东街道' });
    await confirm([HEAD, ['', '到位', 'X1', '', 500, '万元', '2026-06-01', 'PZ-0001', null]]);
    const { text } = await preview([
      HEAD,
      ['', '到位', 'X2', '', 9, '万元', '2026-06-01', 'PZ-0001', null],
      ['', '到位', 'X2', '', 7, '万元', '2026-06-03', null, null],
      ['', '到位', 'X2', '', 7, '万元', '2026-06-03', null, null],
      ['', '到位', '', '乙项目', 7, '万元', '2026-06-04', null, null],
    ]);
    expect(text).toContain('凭证号“PZ-0001”已用于L1');
    expect(text).toContain('第 4 行 X2：和前面的行重复');
    expect(text).toContain('有 2 个项目叫“乙项目”，请填项目编号');
    expect(text).toContain('新增 1');
  });
});

describe('导入 of sheets that others made', () => {
  it('reads the heads of a reporting platform, over two rows, in the unit of the upper head', async () => {
    await confirm([
      ['全市招商引资项目汇总表'],
      ['序号', '招商项目名称', '客商名称', '招引单位', '投资规模（亿元）', null, '项目状态', '签约时间', '录入时间'],
      [null, null, null, null, '计划总投资', '协议总投资'],
      [1, '丙项目', '丙公司', '城东街道', 2, 1.5, '签约', '2026-05-20', '2026-03-01'],
    ]);
    const [project] = await bot.inOrg((tx) =>
      tx.sql.selectFrom('projects').selectAll().where('name', '=', '丙项目').execute(),
    );
    expect(project).toMatchObject({
      investment_wan: '20000.000000',
      agreement_wan: '15000.000000',
      stage: '签约',
      stage_on: '2026-05-20',
    });
    const [event] = await bot.inOrg((tx) => tx.sql.selectFrom('project_events').selectAll().execute());
    expect(event).toMatchObject({ occurred_on: '2026-05-20', agreement_wan: '15000.000000', state: 'reported' });
  });

  it('of two heads with one meaning takes the better known one and names the other', async () => {
    const { text } = await preview([
      ['项目名称', '单位', '责任单位', '投资额', '计划总投资'],
      ['丙项目', '某某公司', '城东街道', 9, 2],
    ]);
    expect(text).toContain('新增 1');
    expect(text).toContain('不认识的列，没有读：单位、投资额');
  });
});

describe('导入 of many rows', () => {
  it('five thousand projects, then as many lines, then as many changes: each in a few seconds', async () => {
    const many = Array.from({ length: 5000 }, (_, n) => n + 1);
    const timed = async (rows: Row[]) => {
      const from = performance.now();
      const { text } = await confirm(rows);
      return [text, performance.now() - from] as const;
    };
    const head = ['项目名称', '投资方', '责任单位', '计划总投资（万元）'];
    const [made, madeIn] = await timed([head, ...many.map((n) => [`项目${n}`, `公司${n}有限公司`, '临洺关镇', n])]);
    expect(made).toContain('新增 5000');
    const [filed, filedIn] = await timed([
      HEAD,
      ...many.map((n) => ['', '到位', `X${n + 2}`, '', n, '', '2026-06-01', '', '']),
    ]);
    expect(filed).toContain('新增 5000');
    const [changed, changedIn] = await timed([
      ['编号', ...head],
      ...many.map((n) => [`X${n + 2}`, `项目${n}`, `公司${n}有限公司`, '临洺关镇', n + 1]),
    ]);
    expect(changed).toContain('变化 5000');
    for (const took of [madeIn, filedIn, changedIn]) expect(took).toBeLessThan(15_000);
  }, 60_000);
});
