import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { readMessage } from '../../src/reading/message.ts';
import { lineReader } from '../../src/reading/read-lines.ts';

const read = (...lines: string[]) =>
  lines.map(lineReader({ today: date('2026-06-10') })).filter((said) => said !== null);

it('gives one line for each, in the shape of the capture data', () => {
  const [said] = read('{"id":"a","text":"云岭食品 预制菜 投资5000万 要30亩","ref_date":"2024-07-02"}');
  expect(said).toMatchObject({ id: 'a', kind: 'lead', investment_wan: 5000, land_mu: 30, fdi_wan_usd: null });
});

it('answers a bad line with an error and goes on', () => {
  expect(
    read('{', '[]', '{"id":"b"}', '{"id":"c","text":"x","ref_date":"2024-02-30"}', '', '{"id":"d","text":"收到"}'),
  ).toMatchObject([
    { id: 'line-1', error: 'not a JSON object' },
    { id: 'line-2', error: 'not a JSON object' },
    { id: 'b', error: 'text is missing' },
    { id: 'c', error: 'ref_date is no date (YYYY-MM-DD)' },
    { id: 'd', kind: 'none' },
  ]);
});

it('passes over a byte order mark and the ends of lines of Windows', () => {
  expect(read('\ufeff{"id":"a","text":"收到"}\r', '\r', '{"id":"b","text":"收到"}\r').map(({ id }) => id)).toEqual([
    'a',
    'b',
  ]);
});

it('keeps the numbers to itself where it is not sure that they are those of one project', () => {
  const texts = readFileSync(new URL('../fixtures/capture/own.jsonl', import.meta.url), 'utf8').split('\n');
  const today = date('2026-06-10');
  const unsure = texts.filter(Boolean).flatMap((line, at) => {
    if (at % 3 > 0) return [];
    const text = JSON.parse(line).text.slice(0, 20);
    const { figures, investment } = readMessage(text, { today, calendar: workCalendar() });
    return investment !== null && figures < 0.65 ? [JSON.stringify({ text })] : [];
  });
  expect(unsure.length).toBeGreaterThan(0);
  for (const line of read(...unsure))
    expect(line).toMatchObject({ investment_wan: null, fdi_wan_usd: null, land_mu: null });
});
