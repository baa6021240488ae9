import { describe, expect, it, vi } from 'vitest';
import type { Amount } from '../../../src/domain/money/decimal.ts';
import type { LeaderboardModel, LeaderboardRow } from '../../../src/domain/report/model.ts';
import { paceAgainst } from '../../../src/domain/target/pace.ts';
import { money, percent, yi } from '../../../src/rendering/format.ts';
import { altText, drawLeaderboard, leaderboardSvg } from '../../../src/rendering/picture/leaderboard.ts';
import { pagesOf } from '../../../src/rendering/picture/pages.ts';
import { aBoard, d } from '../../support/board.ts';
import { overlaps } from '../../support/overlaps.ts';
import { readPng } from '../../support/png.ts';
import { unitNames } from '../../support/unit-names.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Names of 2 to 14 characters, no two alike. */
const LONG = '云岭县高新技术产业开发区管委会';
const named = (at: number) => `${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${LONG.slice(0, 1 + (at % 13))}`.slice(0, 14);

const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');
const wan = (text: string) => d(text) as Amount;
const rowsOf = (model: LeaderboardModel) => model.groups.flatMap((group) => group.rows);

describe.each([
  [1, 1],
  [6, 1],
  [18, 1],
  [40, 3],
])('a leaderboard of %i units', (units, pictures) => {
  const model = aBoard(units, named);

  it('is drawn, light enough for a phone, with its facts in words', async () => {
    const drawn = await drawLeaderboard(model);
    expect(drawn).toHaveLength(pictures);
    for (const { png, width, height, alt } of drawn) {
      expect(readPng(png)).toMatchObject({ width, height });
      expect([width, height % 2]).toEqual([1500, 0]);
      expect(readPng(png).values).toBeGreaterThan(20);
      expect(png.length).toBeGreaterThan(20_000);
      expect(png.length).toBeLessThan(300_000);
      expect(alt).toContain(`到位资金 ${money(model.totals.funds.now)}`);
    }
  });

  it('shows every unit once, with its figures', () => {
    const svgs = pagesOf(model).map((page) => leaderboardSvg(model, page));
    const shown = svgs.flatMap(texts);
    const cut = svgs.flatMap((svg) => unitNames(svg, 132));
    expect(cut).toHaveLength(units);
    for (const [at, row] of rowsOf(model).entries()) {
      const [start = '？', end = ''] = (cut[at] ?? '').split('…');
      expect(row.unit.startsWith(start) && row.unit.endsWith(end), `${row.unit} as ${cut[at]}`).toBe(true);
      if (row.unit.length <= 20) expect(cut[at]).toBe(row.unit);
      const stand = paceAgainst(row.funds, row.fundsTarget, model.pace);
      for (const figure of [
        row.score,
        yi(row.signedAmount),
        yi(row.funds),
        stand ? percent(stand.completion).replace('%', '') : '—',
      ])
        expect(shown, `${row.unit} ${figure}`).toContain(figure);
    }
  });

  it('is as high as what it holds', () => {
    for (const page of pagesOf(model)) {
      const svg = leaderboardSvg(model, page);
      const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
      const lowest = Math.max(...[...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"/g)].map((match) => Number(match[1])));
      expect(height).toBeGreaterThan(lowest);
      expect(height - lowest).toBeLessThan(60);
    }
  });
});

describe('the pages of a leaderboard', () => {
  it('are one while eighteen lines suffice, then one a group, then even stretches of a long group', () => {
    const lines = (units: number) => pagesOf(aBoard(units)).map((page) => page.map((stretch) => stretch.rows.length));
    expect(lines(18)).toEqual([[12, 6]]);
    expect(lines(19)).toEqual([[10], [9]]);
    expect(lines(40)).toEqual([[14], [14], [12]]);
  });

  it('draw the yellow line once, over its own page, and count from the group’s end', () => {
    const model = aBoard(40);
    const yellow = rowsOf(model).filter((row) => row.flag === 'yellow');
    expect(yellow.length).toBeGreaterThan(0);
    const lines = pagesOf(model).map((page) =>
      texts(leaderboardSvg(model, page)).filter((text) => text.startsWith('黄旗线')),
    );
    const first = model.groups[0]?.rows.findIndex((row) => row.flag === 'yellow') ?? 0;
    expect(lines).toEqual([[], [], [`黄旗线：以下单位位列组内后${40 - first}位`]]);
  });

  it('name the blank sheets on the last page alone, and count those past two dozen', async () => {
    const model = aBoard(40);
    const blanks = { ...model.blanks, started: Array.from({ length: 30 }, (_, at) => `村${at}`) };
    const pages = pagesOf(model);
    const said = pages.map((page, at) => texts(leaderboardSvg({ ...model, blanks }, page, at === pages.length - 1)));
    expect(said.map((words) => words.includes('本月白卷'))).toEqual([false, false, true]);
    expect(said[2]?.join('')).toContain('村23等 30 家');
    expect(said[2]?.join('')).not.toContain('村24');
  });

  it('say which lines of the group they hold', () => {
    const titles = pagesOf(aBoard(40)).map((page) =>
      texts(leaderboardSvg(aBoard(40), page)).find((text) => text.includes('家单位')),
    );
    expect(titles).toEqual(['1—14', '15—28', '29—40'].map((lines) => `40 家单位，组内排名（第${lines}行）`));
  });
});

/** The same board with what a picture may meet in each row. */
function withRows(changes: (row: LeaderboardRow) => Partial<LeaderboardRow>): LeaderboardModel {
  const model = aBoard();
  const groups = model.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({ ...row, ...changes(row) })),
  }));
  return { ...model, groups };
}

describe('nothing runs into anything', () => {
  it.each<[string, LeaderboardModel]>([
    ['usual figures', aBoard()],
    ['long names', aBoard(18, named)],
    ['long names with flags', withRows((row) => ({ unit: `${row.unit}高新技术产业开发区`, flag: 'red' }))],
    ['billions', withRows(() => ({ signedAmount: wan('12345678.9'), funds: wan('9876543'), signedCount: d('123.5') }))],
    ['falls below nothing', withRows(() => ({ funds: wan('-98765'), change: -35, score: '1234.56' }))],
  ])('%s', (_, model) => {
    expect(overlaps(leaderboardSvg(model))).toEqual([]);
  });
});

describe('what the picture says in words', () => {
  it('names the first three of each group with their points, and the blank sheets', () => {
    const model = aBoard();
    const alt = altText(model);
    for (const group of model.groups)
      for (const row of group.rows.slice(0, 3)) expect(alt).toContain(`第${row.rank}${row.unit}${row.score}分`);
    expect(alt).toContain(`本月无新签约：${model.blanks.signed.join('、')}`);
    expect(alt).toContain(model.periodLabel);
  });

  it('has no place for who is not ranked', () => {
    const model = aBoard(6);
    const [group] = model.groups;
    const [row] = group?.rows ?? [];
    if (!group || !row) throw new Error('no group');
    const unranked = { ...model, groups: [{ ...group, rows: [{ ...row, rank: null }] }] };
    expect(altText(unranked)).toContain(`不排名${row.unit}`);
    expect(texts(leaderboardSvg(unranked))).toContain('—');
  });
});
