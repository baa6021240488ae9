import { foldWidth } from './clean.ts';

/** A record's number as people type it: X113, x113, #113 (a project), Ｘ１１３, "X 113". */
export interface RecordSpan {
  readonly start: number;
  readonly end: number;
  readonly letter: 'X' | 'R' | 'W' | 'C' | 'S' | 'H' | 'L';
  readonly number: number;
}

const NUMBER = /(?<![A-Za-z0-9_])(?:([xrwcshl]) ?|#)(\d{1,9})(?![A-Za-z0-9_])/gi;

/** Every record number of a text, in order. Numbers of more than nine digits are none. */
export function readRecordNumber(text: string): readonly RecordSpan[] {
  return [...foldWidth(text).matchAll(NUMBER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    letter: (match[1]?.toUpperCase() ?? 'X') as RecordSpan['letter'],
    number: Number(match[2]),
  }));
}
