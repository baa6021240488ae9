import { type Expectation, type Json, listOf } from './case.ts';
import type { Happened } from './happened.ts';
import type { Row } from './rows.ts';

/** Columns that hold what a case calls by one name. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  amount_wan: ['amount', 'investment_wan', 'agreement_wan'],
  amount: ['amount', 'investment_wan', 'agreement_wan'],
  investment_wan: ['investment_wan'],
  agreement_wan: ['agreement_wan'],
  due: ['due_on'],
  content: ['note', 'text'],
};

const shown = (value: unknown): string =>
  /^-?\d+\.\d+$/.test(String(value)) ? String(value).replace(/\.?0+$/, '') : String(value ?? '');

const holds = (row: Row, key: string, wanted: Json): boolean =>
  (COLUMNS[key] ?? [key]).some((column) => column in row && shown(row[column]) === shown(wanted));

/** Whether one row that came or changed holds all that must be stored, and whether the new amounts add up. */
export function storedProblems(expect: Expectation, { changed }: Happened): readonly string[] {
  const rows = changed.flatMap(({ after }) => (after ? [after] : []));
  const problems: string[] = [];
  if (expect.stored) {
    const wanted = Object.entries(expect.stored).filter(([key]) => rows.some((row) => knows(row, key)));
    const found = rows.some((row) => wanted.every(([key, value]) => holds(row, key, value)));
    if (wanted.length === 0 || !found)
      problems.push(`stored: wanted ${JSON.stringify(expect.stored)}, got ${JSON.stringify(rows).slice(0, 500)}`);
  }
  if (expect.stored_sum !== undefined) {
    const micros = rows.reduce((sum, row) => sum + microsOf(shown(row.amount ?? '0')), 0n);
    if (micros !== microsOf(expect.stored_sum)) problems.push(`stored_sum: ${micros} millionths`);
  }
  return problems;
}

const knows = (row: Row, key: string): boolean => listOf(COLUMNS[key] ?? [key]).some((column) => column in row);

/** A decimal text in millionths. */
function microsOf(text: string): bigint {
  const [whole = '0', part = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0').slice(0, 6));
  return text.startsWith('-') ? -size : size;
}
