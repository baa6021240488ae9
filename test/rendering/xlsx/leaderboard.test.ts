import { beforeAll, describe, expect, it } from 'vitest';
import { paceAgainst } from '../../../src/domain/target/pace.ts';
import { leaderboardWorkbook } from '../../../src/rendering/xlsx/leaderboard.ts';
import { aBoard } from '../../support/board.ts';
import { runs, unzip } from '../../support/unzip.ts';

const model = aBoard();
const sheets: (readonly (readonly (string | number | null)[])[])[] = [];

/** Rows of a sheet: numbers as numbers, shared strings as text. */
function rowsOf(xml: string, strings: readonly string[]): readonly (readonly (string | number | null)[])[] {
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/g)].map((row) =>
    [...(row[1] ?? '').matchAll(/<c r="[A-Z]+\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/g)].map(
      ([, attributes = '', inner = '']) => {
        const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1];
        if (value === undefined) return null;
        return attributes.includes('t="s"') ? (strings[Number(value)] ?? null) : Number(value);
      },
    ),
  );
}

beforeAll(async () => {
  const parts = await unzip(await leaderboardWorkbook(model));
  const strings = (parts.get('xl/sharedStrings.xml') ?? '').split('</si>').map((part) => runs(part).join(''));
  for (const at of [1, 2]) sheets.push(rowsOf(parts.get(`xl/worksheets/sheet${at}.xml`) ?? '', strings));
});

describe('the workbook of a leaderboard', () => {
  it('says whose it is, up to when, and in which units', () => {
    expect(sheets[0]?.[0]?.[0]).toBe('云岭县招商引资月度排行榜（2026年10月）');
    expect(sheets[0]?.[1]?.join()).toContain('截止时间：10月30日 17:00');
    expect(sheets[0]?.[3]).toEqual(
      expect.arrayContaining([
        '签约项目（个）',
        '签约额（亿元）',
        '到位资金（亿元）',
        '新开工（个）',
        '实际使用外资（万美元）',
      ]),
    );
    expect(sheets[1]?.[2]).toContain('实际使用外资');
  });

  it('has every unit in order of place with numbers that can be summed', () => {
    const body = (sheets[0]?.slice(4, 4 + 21) ?? []).filter(([place]) => place !== null);
    const rows = model.groups.flatMap((group) => group.rows);
    expect(body.map((row) => row[1])).toEqual(rows.map((row) => row.unit));
    for (const [at, row] of rows.entries()) {
      expect(body[at]?.[0]).toBe(row.rank);
      expect(body[at]?.[4]).toBe(Number(row.score));
      expect(body[at]?.slice(-6, -1)).toEqual([
        Number(row.signedCount),
        Number(row.signedAmount) / 10_000,
        Number(row.funds) / 10_000,
        Number(row.startedCount),
        Number(row.fdi),
      ]);
    }
  });

  it('has 合计 first and 小计 over each group, which are the sums of what is under them', () => {
    const lines = sheets[0]?.slice(4, 4 + 21) ?? [];
    expect(lines.filter(([place]) => place === null).map((row) => row[1])).toEqual([
      '合计',
      '乡镇组小计',
      '部门组小计',
    ]);
    const fundsOf = (row: readonly (string | number | null)[] | undefined) => Number(row?.at(-4));
    const sum = (rows: typeof lines) => rows.reduce((total, row) => total + fundsOf(row), 0);
    expect(sum(lines.slice(2, 14))).toBeCloseTo(fundsOf(lines[1]), 3);
    expect(sum(lines.slice(15))).toBeCloseTo(fundsOf(lines[14]), 3);
    expect(fundsOf(lines[1]) + fundsOf(lines[14])).toBeCloseTo(fundsOf(lines[0]), 3);
    expect(sheets[0]?.at(-1)).toEqual(expect.arrayContaining(['审核人：', '填报人：', '联系电话：']));
  });

  it('compares targets with what is done, 合计 first', () => {
    const [total, ...units] = sheets[1]?.slice(4, 4 + 19) ?? [];
    const rate = paceAgainst(model.totals.funds.now, model.totals.fundsTarget, model.pace)?.completion;
    expect(total?.slice(0, 2)).toEqual(['合计', '']);
    expect(total?.[3]).toBeCloseTo(Number(model.totals.funds.now) / 10_000, 4);
    expect(total?.[4]).toBeCloseTo(rate?.valueOf() ?? 0, 5);
    const done = units.reduce((sum, row) => sum + Number(row[3]), 0);
    expect(done).toBeCloseTo(Number(model.totals.funds.now) / 10_000, 3);
  });
});
