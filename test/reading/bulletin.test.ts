import { expect, test } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { readBulletin, readBulletinSheet } from '../../src/reading/bulletin.ts';

const today = date('2026-06-10');

test.each([
  ['1-5月 到位资金 清河县50.2亿 临城县 4.81亿元', '2026-1..5', 'funds', ['清河县 502000', '临城县 48100']],
  [
    '5月实际使用外资（万美元）\n1. 清河县：500\n2、信都区　3.5',
    '2026-1..5',
    'foreign-capital',
    ['清河县 500', '信都区 3.5'],
  ],
  ['签约项目数 第1名清河县12个，第2名宁晋县9个', '2026-1..5', 'signed-count', ['清河县 12', '宁晋县 9']],
  [
    '2025年1—11月签约金额(亿元) 清河县 100 经济开发区 8',
    '2025-1..11',
    'signed-amount',
    ['清河县 1000000', '经济开发区 80000'],
  ],
])('%s', (text, period, metric, rows) => {
  const read = readBulletin(text, today);
  expect(read.period.key).toBe(period);
  expect(read.parts).toHaveLength(1);
  expect(read.parts[0]?.metric).toBe(metric);
  expect(read.parts[0]?.rows.map(({ place, value }) => `${place} ${value}`)).toEqual(rows);
});

test.each([
  ['1-5月 清河县50亿 临城县4亿', 'peers.metric'],
  ['到位资金 清河县50亿', 'peers.rows'],
  ['到位资金 清河县50 临城县4', 'peers.unit'],
])('%s is refused: %s', (text, code) => {
  let refused: string | undefined;
  try {
    readBulletin(text, today);
  } catch (error) {
    refused = (error as Refusal).code;
  }
  expect(refused).toBe(code);
});

test('a sheet has a column for each metric; totals and blanks are no places', () => {
  const rows = [
    ['2026年1-5月招商引资情况', '', '', '单位：亿元'],
    ['序号', '县区', '签约项目数', '到位资金'],
    ['', '合计', '21', '54.8'],
    ['1', '清河县', '12', '50'],
    ['2', '临城县', '9', '4.8'],
    ['3', '宁晋县', '', '—'],
  ].map((texts, at) => ({
    number: at + 1,
    hidden: false,
    cells: new Map(texts.map((text, column) => [column, { text, kind: 'text' as const }])),
  }));
  const read = readBulletinSheet({ name: '表', rows }, today);
  expect(read.period.key).toBe('2026-1..5');
  expect(
    read.parts.map(({ metric, rows: own }) => [metric, ...own.map(({ place, value }) => `${place} ${value}`)]),
  ).toEqual([
    ['signed-count', '清河县 12', '临城县 9'],
    ['funds', '清河县 500000', '临城县 48000'],
  ]);
});
