import { beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { amount, decimal } from '../../../src/domain/money/decimal.ts';
import type { LeaderboardModel } from '../../../src/domain/report/model.ts';
import { paceAgainst } from '../../../src/domain/target/pace.ts';
import { bulletinDocx } from '../../../src/rendering/docx/bulletin.ts';
import { addressees, dueText } from '../../../src/rendering/docx/bulletin-text.ts';
import { percent, yi } from '../../../src/rendering/format.ts';
import { aBoard } from '../../support/board.ts';
import { runs, unzip } from '../../support/unzip.ts';

const model = aBoard();
let parts: ReadonlyMap<string, string>;
let xml = '';
/** Paragraphs outside and inside tables, as their text and XML. */
const paragraphs = () => [...xml.matchAll(/<w:p>.*?<\/w:p>/g)].map(([part]) => ({ part, text: runs(part).join('') }));
const paragraph = (text: string) => paragraphs().find((one) => one.text === text)?.part ?? '';

beforeAll(async () => {
  parts = await unzip(await bulletinDocx(model));
  xml = parts.get('word/document.xml') ?? '';
});

describe('the page', () => {
  it('is A4 with the margins of GB/T 9704: 37 mm above, 28 mm left, a type area of 156 × 225 mm', () => {
    const margin = (side: string) => Number(new RegExp(`<w:pgMar[^>]*w:${side}="(\\d+)"`).exec(xml)?.[1]) / 56.7;
    const [width, height] = [...(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml) ?? [])]
      .slice(1)
      .map((side) => Number(side) / 56.7);
    expect([margin('top'), margin('left')].map(Math.round)).toEqual([37, 28]);
    expect(Math.round((width ?? 0) - margin('left') - margin('right'))).toBe(156);
    expect(Math.round((height ?? 0) - margin('top') - margin('bottom'))).toBe(225);
  });

  it('has its number at the foot, outside on both sides', () => {
    expect(xml.match(/<w:footerReference w:type="(default|even)"/g)).toHaveLength(2);
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders');
    const feet = [...parts].filter(([name]) => name.startsWith('word/footer'));
    expect(feet.map(([, foot]) => /<w:jc w:val="(\w+)"/.exec(foot)?.[1]).sort()).toEqual(['left', 'right']);
    for (const [, foot] of feet) expect(foot).toContain('PAGE');
  });
});

describe('the letter', () => {
  it('leaves the number open, then title, addressees, four parts, annexes, issuer and date', () => {
    const order = [
      '〔2026〕　　号',
      '云岭县关于2026年10月招商引资工作情况的通报',
      '各乡镇（街道）、各园区、县直各有关单位：',
      '一、总体情况',
      '二、各组排名情况',
      '三、存在问题',
      '四、下步工作',
      '附件：1．2026年1—10月招商引资综合排行',
      '2．2026年1—10月目标任务进度',
      '云岭县招商引资工作领导小组办公室',
      '2026年10月30日',
      '附件1',
      '附件2',
    ];
    const texts = paragraphs().map(({ text }) => text);
    const places = order.map((text) => texts.indexOf(text));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it.each([
    [
      'the title in 2号小标宋, centred',
      '云岭县关于2026年10月招商引资工作情况的通报',
      ['方正小标宋简体', 'w:sz w:val="44"', 'w:jc w:val="center"'],
    ],
    [
      'heads in 3号黑体, indented by two characters',
      '一、总体情况',
      ['w:eastAsia="黑体"', 'w:sz w:val="32"', 'w:firstLine="640"'],
    ],
    [
      'the issuer at the right',
      '云岭县招商引资工作领导小组办公室',
      ['w:jc w:val="right"', '仿宋_GB2312', 'w:sz w:val="32"'],
    ],
    ['22 lines a page', '一、总体情况', ['w:line="560"', 'w:lineRule="exact"']],
  ])('%s', (_, text, marks) => {
    for (const mark of marks) expect(paragraph(text)).toContain(mark);
  });

  it('sets the body in 3号仿宋 with Times New Roman figures', () => {
    const body = paragraphs().find(({ text }) => text.startsWith('新签约项目'))?.part ?? '';
    for (const mark of [
      'w:eastAsia="仿宋_GB2312"',
      'w:ascii="Times New Roman"',
      'w:sz w:val="32"',
      'w:firstLine="640"',
    ])
      expect(body).toContain(mark);
  });

  it('breaks the title before 招商引资, numbers the groups in 楷体, and asks for answers by a day', () => {
    expect(paragraph('云岭县关于2026年10月招商引资工作情况的通报')).toMatch(
      /2026年10月<.*<w:br\/>.*>招商引资工作情况的通报</,
    );
    const group = paragraphs().find(({ text }) => text.startsWith('（二）部门组。共6个单位，列前三位的是'))?.part;
    expect(group).toContain('w:eastAsia="楷体_GB2312"');
    expect(runs(xml).join('')).toContain('要于11月10日前书面报告原因和措施');
    expect([dueText('2026-12-31T09:00:00Z'), dueText('2026-11-02T09:00:00Z')]).toEqual(['1月10日', '11月10日']);
  });

  it.each([
    ['云岭县（示例）', '县直'],
    ['青江市', '市直'],
    ['高新区', '区直'],
  ])('is addressed to whom %s has', (org, whose) => {
    expect(addressees(org)).toContain(whose);
  });

  it('names blank units and units behind, and no negative growth', () => {
    const all = runs(xml).join('');
    expect(all).toContain(`本月没有新签约项目的单位：${model.blanks.signed.join('、')}。`);
    expect(all).toContain('到位资金低于序时进度的单位：');
    expect(all).not.toMatch(/增长 -|NaN|undefined|Infinity/);
  });

  it('tells what came from outside the province and who went out, where that is known', async () => {
    const asides = {
      outsideFunds: amount('95000'),
      outings: decimal('41'),
      ledOutings: decimal('12'),
      receptions: decimal('63'),
    };
    const said = async (one: LeaderboardModel) =>
      runs((await unzip(await bulletinDocx(one))).get('word/document.xml') ?? '').join('');
    const told = await said({ ...model, asides });
    expect(told).toMatch(/到位资金[\d.]+亿元（其中省外9\.5亿元，占\d+\.\d%），同比/);
    expect(told).toContain('外出招商41次，其中党政主要领导带队12次；接待来访客商63次。');
    const unknown = await said({ ...model, asides: { ...asides, outsideFunds: null } });
    expect([unknown.includes('省外'), unknown.includes('外出招商41次')]).toEqual([false, true]);
    expect(runs(xml).join('')).not.toContain('外出招商');
  });

  it('lists the month’s signings and outings behind the ranking where they are known', async () => {
    const asides = {
      ...{ outsideFunds: null, outings: decimal('1'), ledOutings: decimal('0'), receptions: decimal('0') },
      signings: [
        {
          unit: '清河镇',
          project: '华辰光伏组件项目',
          amount: amount('42000'),
          share: decimal('0.35'),
          day: date('2026-10-09'),
        },
      ],
      trips: [{ unit: '龙泉镇', what: '深圳 比亚迪公司', day: date('2026-10-12') }],
    };
    const told = runs((await unzip(await bulletinDocx({ ...model, asides }))).get('word/document.xml') ?? '').join('|');
    expect(told).toContain('华辰光伏组件项目|清河镇|4.20|2026-10-09|35.0%');
    expect(told).toContain('龙泉镇|2026-10-12|深圳 比亚迪公司');
    for (const text of ['附件4|2026年10月新签约项目', '附件5|2026年10月外出招商情况', '5．2026年10月外出招商情况'])
      expect(told).toContain(text);
    expect(runs(xml).join('|')).not.toContain('附件4');
  });

  it('names a list that is too long to print, with where to find it', async () => {
    const asides = { outsideFunds: null, outings: decimal('201'), ledOutings: decimal('0'), receptions: decimal('0') };
    const told = runs(
      (await unzip(await bulletinDocx({ ...model, asides: { ...asides, unlisted: ['外出招商情况'] } }))).get(
        'word/document.xml',
      ) ?? '',
    ).join('');
    expect(told).toContain('本月外出招商情况条数较多，不逐条印发，全部在台账中');
  });

  it('says so where nobody is blank or behind', async () => {
    const groups = model.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, fundsTarget: null })),
    }));
    const fine = { ...model, groups, blanks: { signed: [], started: [], funds: [] } };
    const said = runs((await unzip(await bulletinDocx(fine))).get('word/document.xml') ?? '').join('');
    expect(said).toContain('没有白卷单位');
    expect(said).not.toContain('低于序时进度');
  });
});

describe('the tables', () => {
  const tables = () => xml.match(/<w:tbl>.*?<\/w:tbl>/g) ?? [];
  const rowsOf = (table: string) => table.match(/<w:tr>.*?<\/w:tr>|<w:tr\s.*?<\/w:tr>/g) ?? [];

  it('repeat their head on each page, and split no row', () => {
    expect(tables()).toHaveLength(3);
    for (const table of tables()) {
      const rows = rowsOf(table);
      expect(rows.filter((row) => row.includes('<w:tblHeader'))).toEqual([rows[0]]);
      for (const row of rows) expect(row).toContain('<w:cantSplit');
    }
  });

  it('begin on a page of their own and are as wide as the type area', () => {
    for (const label of ['附件1', '附件2', '附件3']) expect(paragraph(label)).toContain('<w:pageBreakBefore');
    for (const table of tables()) {
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(8850);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(8750);
    }
  });

  it('hold 合计, the groups, and each unit’s figures as chat and picture have them', () => {
    const lines = rowsOf(tables()[0] ?? '').map((row) =>
      (row.match(/<w:tc>.*?<\/w:tc>/g) ?? []).map((cell) => runs(cell).join('')),
    );
    expect(lines[0]).toEqual([
      '位次',
      '单位',
      '得分',
      '签约项目（个）',
      '签约额（亿元）',
      '到位资金（亿元）',
      '完成率（%）',
      '备注',
    ]);
    expect(lines[1]?.[1]).toBe('合计');
    expect(lines).toHaveLength(1 + 1 + 2 + 18);
    expect(lines.filter((cells) => cells.length === 1)).toEqual([['乡镇组（12家）'], ['部门组（6家）']]);
    expect(tables()[0]?.match(/<w:gridSpan w:val="8"/g)).toHaveLength(2);
    for (const row of model.groups.flatMap((group) => group.rows)) {
      const stand = paceAgainst(row.funds, row.fundsTarget, model.pace);
      const flag = row.flag === 'red' ? '红旗' : row.flag === 'yellow' ? '黄旗' : '';
      const rate = stand ? percent(stand.completion).replace('%', '') : '—';
      expect(lines).toContainEqual([
        String(row.rank),
        row.unit,
        row.score,
        row.signedCount,
        yi(row.signedAmount),
        yi(row.funds),
        rate,
        flag,
      ]);
    }
  });
});
