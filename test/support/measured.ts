import { insertRecord } from '../../src/db/change.ts';
import { measureFacts } from '../../src/db/metrics/measure.ts';
import { CALENDAR } from '../../src/domain/calendar/books.ts';
import { type CalendarDate, date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import type { EntryKind } from '../../src/domain/ledger/entry.ts';
import { decimal } from '../../src/domain/money/decimal.ts';
import type { TestBot } from './bot.ts';

/** The frame of June 2026: 1 January to 30 June, the month of June, known at the end of June. */
export const JUNE = {
  cumulative: { from: date('2026-01-01'), to: date('2026-06-30'), cutOff: new Date('2026-06-30T17:00:00+08:00') },
  periodFrom: date('2026-06-01'),
  timeZone: 'Asia/Shanghai',
  calendar: workCalendar(),
  books: CALENDAR,
};

/** The figure of a unit by the name a scheme gives it; "0" where the unit has none. */
export async function figureOf(bot: TestBot, name: string, unit = '临洺关镇', frame = JUNE): Promise<string> {
  const found = await bot.inOrg((tx) => measureFacts(tx, [name], frame));
  return found.get(bot.units[unit] ?? 0)?.[name] ?? '0';
}

/** Puts a stage move of a project, verified on the day it happened unless said. */
export const aMove = (
  bot: TestBot,
  projectId: number,
  move: {
    stage: string;
    on: string;
    amount?: string;
    unit?: string;
    state?: 'reported' | 'verified';
    verified?: string;
  },
) =>
  bot.inOrg((tx) =>
    insertRecord(tx, 'project_events', {
      project_id: projectId,
      kind: 'stage',
      to_stage: move.stage,
      agreement_wan: move.amount ? decimal(move.amount) : null,
      occurred_on: date(move.on),
      unit_id: bot.units[move.unit ?? '临洺关镇'] ?? null,
      state: move.state ?? 'verified',
      reported_at: new Date(`${move.on}T09:00:00+08:00`),
      verified_at: move.state === 'reported' ? null : new Date(`${move.verified ?? move.on}T10:00:00+08:00`),
      booked_on: move.state === 'reported' ? null : (move.on as CalendarDate),
    } as never),
  );

/** Puts a verified ledger entry; a negative one names the entry it reverses. */
export const anEntry = (
  bot: TestBot,
  projectId: number,
  entry: { kind: EntryKind; amount: string; on: string; unit?: string; reverses?: number },
) =>
  bot.inOrg((tx) =>
    insertRecord(
      tx,
      'entries',
      {
        project_id: projectId,
        kind: entry.kind,
        amount: decimal(entry.amount),
        occurred_on: date(entry.on),
        booked_on: date(entry.on),
        unit_id: bot.units[entry.unit ?? '临洺关镇'] ?? null,
        state: 'verified',
        reverses_id: entry.reverses ?? null,
        reported_by: bot.people.张三 ?? 1,
        reported_at: new Date(`${entry.on}T09:00:00+08:00`),
        verified_at: new Date(`${entry.on}T10:00:00+08:00`),
      },
      'L',
    ),
  );

/** Gives a project's credit to units by shares from a day. */
export const shares = (bot: TestBot, projectId: number, from: string, parts: Readonly<Record<string, string>>) =>
  bot.inOrg(async (tx) => {
    for (const [unit, share] of Object.entries(parts)) {
      await insertRecord(tx, 'project_shares', {
        project_id: projectId,
        unit_id: bot.units[unit] ?? 0,
        share: decimal(share),
        from_on: date(from),
      } as never);
    }
  });
