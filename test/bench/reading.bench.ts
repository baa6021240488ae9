import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { readMessage } from '../../src/reading/message.ts';

const WARM = 8;
const ROUNDS = 12;
const options = { today: date('2026-06-10'), calendar: workCalendar() };

const textsOf = (name: string): readonly string[] =>
  readFileSync(new URL(`../fixtures/capture/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => String(JSON.parse(line).text));

/** Seconds of processor time, the process's own. */
function spent(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

test('messages read in a second of one core', () => {
  const lines = ['dev', 'own'].map((name) => {
    const texts = textsOf(name);
    const round = () => {
      for (const text of texts) readMessage(text, options);
    };
    for (let warm = 0; warm < WARM; warm += 1) round();
    const rounds = Array.from({ length: ROUNDS }, () => texts.length / spent(round)).sort((a, b) => a - b);
    const characters = texts.reduce((total, text) => total + text.length, 0) / texts.length;
    return {
      set: name,
      messages: texts.length,
      'characters each': Math.round(characters),
      'messages/s, median': Math.round(rounds[ROUNDS / 2] ?? 0),
      'messages/s, best': Math.round(rounds.at(-1) ?? 0),
    };
  });
  console.table(lines);
  expect(lines).toHaveLength(2);
});
