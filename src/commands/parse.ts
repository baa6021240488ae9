import { foldWidth } from '../reading/clean.ts';
import { plainWords } from '../reading/plain.ts';
import { isQuestion } from '../reading/question.ts';
import { readRecordNumber } from '../reading/reference.ts';
import type { Command } from './define.ts';
import type { CommandBook } from './load.ts';
import { readSlots } from './read-slots.ts';
import type { Reading } from './reading.ts';
import { type Near, nearCommands } from './suggest.ts';

/** A reference that only the database can resolve. */
export type ProjectRef = { readonly number: number } | { readonly words: string };

/** A command with what was read of its parts. */
export interface ParsedCommand {
  readonly kind: 'command';
  readonly command: Command;
  /** By slot name; project slots still hold a {@link ProjectRef}. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Names of required slots that were not found, in order. */
  readonly missing: readonly string[];
  /** The line, rewritten so that the command word comes first. */
  readonly line: string;
}

/** What a line is: a command with its parts as read, or nothing the bot knows. */
export type Parsed = ParsedCommand | { readonly kind: 'none'; readonly suggestions: readonly Near[] };

const ADDRESS = /^\s*[@＠]?小招(?:[\s,，:：]+|$)/;
const PICTURE_AHEAD = /^\s*(?:\p{Extended_Pictographic}\ufe0f?\s*)+(?=\D)/u;
/** A task is passed or sent back with the words that staff use for reports: 核实 R45, 退回 R45 缺附件. */
const TASK_VERDICT =
  /^(?:(?<back>退回|打回|驳回)|核实|核验通过|核验|通过)\s*(?<task>[rRＲｒ] ?[0-9０-９]{1,9})(?![0-9A-Za-z])[\s,，:：]*(?<why>[\s\S]*)$/;
const BULLET = /^\s*(?:\d{1,2}[.、)）](?!\d)|[-*•·])\s*/;

/**
 * Reads one line: the command word (name, synonym, initials, English; also after a leading record number), then its
 * parts wherever they stand. Pure. Throws a Refusal where a part is there but cannot be (30 February, −1亿).
 */
export function parseLine(raw: string, book: CommandBook, reading: Reading): Parsed {
  const line = raw.replace(ADDRESS, '').replace(PICTURE_AHEAD, '').replace(BULLET, '').trim();
  const verdict = TASK_VERDICT.exec(line)?.groups;
  if (verdict)
    return parseLine(`办结 ${verdict.task} ${verdict.back ? `退回 ${verdict.why ?? ''}` : '通过'}`, book, reading);
  const lone = loneRecord(line) ?? askedRecord(line);
  if (lone) return parseLine(`查 ${lone}`, book, reading);
  const looked = LOOK.exec(plainWords(line))?.[0].length ?? 0;
  if (looked > 0) return parseLine(`查 ${line.slice(looked)}`, book, reading);
  const verb =
    findVerb(line, book) ??
    findVerbAfterNumber(line, book) ??
    findVerbAtEnd(line, book) ??
    findVerbAfterDay(line, book);
  if (!verb) return asQuestion(line, book, reading) ?? { kind: 'none', suggestions: nearCommands(line, book) };
  const wanting = Object.values(verb.command.slots).some(({ optional }) => !optional);
  const asked = wanting ? asQuestion(line, book, reading) : null;
  if (asked) return asked;
  const listed = asOverview(verb, book, reading);
  if (listed) return listed;
  const { values, missing } = readSlots(verb.command.slots, verb.rest, reading);
  return { kind: 'command', command: verb.command, values, missing, line: `${verb.command.name} ${verb.rest}`.trim() };
}

/** "城关镇上半年到位多少" is "问数 城关镇上半年到位多少", "X3到位多少" is "查 X3"; null for a line that asks for no figure. */
function asQuestion(line: string, book: CommandBook, reading: Reading): Parsed | null {
  const command = book.words.get('问数');
  const { units } = reading.vocabulary;
  const names = units.flatMap(({ name, aliases }) => [name, ...aliases]);
  const [record] = readRecordNumber(line);
  const said = record ? line.slice(0, record.start) + line.slice(record.end) : line;
  if (!command || !isQuestion(said, reading.today, names)) return null;
  if (record) return parseLine(`查 ${record.letter}${record.number}`, book, reading);
  const { values, missing } = readSlots(command.slots, line, reading);
  return { kind: 'command', command, values, missing, line: `${command.name} ${line}` };
}

/** "问题", "问题 X3", "问题 用地" are "问题清单 …"; null as soon as there are words of one's own. */
function asOverview({ command, rest }: Verb, book: CommandBook, reading: Reading): Parsed | null {
  const overview = command.overview === undefined ? undefined : book.words.get(command.overview);
  if (!overview) return null;
  const { values } = readSlots({ ...overview.slots, left: EVERYTHING_ELSE }, rest, reading);
  const guessed = Object.values(values).some(
    (value) => typeof value === 'object' && value !== null && 'words' in value,
  );
  if (guessed || values.left !== undefined) return null;
  return parseLine(`${overview.name} ${rest}`.trim(), book, reading);
}

const EVERYTHING_ELSE = { kind: 'rest', label: '', optional: true } as const;

interface Verb {
  readonly command: Command;
  readonly rest: string;
}

interface Found extends Verb {
  /** As it is in the book. */
  readonly word: string;
}

function findVerb(line: string, book: CommandBook): Found | null {
  const folded = foldWidth(plainWords(line)).toLowerCase();
  for (const word of book.longestFirst) {
    const command = book.words.get(word);
    if (command && folded.startsWith(word) && endsThere(folded, word, command)) {
      return { command, word, rest: restOf(line.slice(word.length)) };
    }
  }
  return null;
}

/** Without the marks behind the command word, and 一下 (查一下华辰). */
const restOf = (text: string): string =>
  text.replace(/^[\s:：,，、。]+/, '').replace(/^一下(?![午周月次个])[\s:：,，、。]*/, '');

/** Latin words end at a non-letter, one-character synonyms at a blank or mark; other Chinese words may be followed by anything. */
function endsThere(folded: string, word: string, command: Command): boolean {
  const next = folded.charAt(word.length);
  if (next === '' || /[\s:,、。#@]/.test(next)) return true;
  if (/^[a-z]/.test(word)) return !/[a-z]/.test(next) && (word.length > 1 || /\s/.test(next));
  return word.length > 1 || word === command.name || /[xXrRwWhHlLcCsS]\d/.test(folded.slice(1, 3));
}

/** "X113 到位 5000万" is "到位 X113 5000万". */
function findVerbAfterNumber(line: string, book: CommandBook): Verb | null {
  const [found] = readRecordNumber(line);
  if (!found || found.start > 0) return null;
  const number = line.slice(0, found.end);
  const verb = findVerb(line.slice(found.end).replace(/^[\s:：,，、]+/, ''), book);
  return verb ? { command: verb.command, rest: `${number} ${verb.rest}`.trim() } : null;
}

/** "周五前让李四核实用地 分派" is "分派 周五前让李四核实用地": a command word of its own behind a blank. */
function findVerbAtEnd(line: string, book: CommandBook): Verb | null {
  const found = /^([\s\S]{2,})[\s,，。;；]+([\u4e00-\u9fff]{2,4})[\s。.!！]*$/.exec(plainWords(line));
  const command = found?.[2] === undefined ? undefined : book.words.get(found[2]);
  if (!found?.[1] || !command || command.name !== found[2] || answers(command)) return null;
  return { command, rest: line.slice(0, found[1].length).trim() };
}

/** 签收, 办结: said of a record that waits. "好的，收到" is politeness and signs nothing. */
const answers = ({ slots }: Command): boolean => Object.values(slots)[0]?.kind === 'record';

/** "昨天 到位 X1 5000万", "5月排行": a day or a month, then the command. */
function findVerbAfterDay(line: string, book: CommandBook): Verb | null {
  const day = DAY_AHEAD.exec(foldWidth(plainWords(line)))?.[0] ?? '';
  const verb = day === '' ? null : findVerb(line.slice(day.length), book);
  if (!verb || (verb.command.kind === 'write' && !/^[\s,，:：]/.test(line.slice(day.length + verb.word.length))))
    return null;
  return { command: verb.command, rest: `${verb.rest} ${line.slice(0, day.length).trim()}`.trim() };
}

/** 帮我查一下华辰, 看看X1. */
const LOOK = /^(?:(?:帮我|给我|麻烦|请)(?:再)?(?:查|看|找)(?:看|找|一?下|下)?|(?:看看|看一?下)(?=\s?[xX#]\d))\s*/;

/** "X1怎么样了", "X2什么情况": the record is asked for. */
function askedRecord(line: string): string | null {
  const [found, more] = readRecordNumber(line);
  const asks =
    /^\s*(?:现在|目前|项目)?(?:怎么样|什么情况|啥情况|情况如何|到哪一步|到什么阶段|进展如何|进度如何|如何)了?[\s?？。]*$/;
  return found && !more && found.start === 0 && asks.test(line.slice(found.end))
    ? `${found.letter}${found.number}`
    : null;
}

const DAY_AHEAD =
  /^(?:[今昨前][天日]|上?个?(?:周|星期)[一二三四五六日天]|\d{1,2}月\d{1,2}[日号]|(?:20\d\d年)?(?:\d{1,2}月份?|[一二三四]季度|上半年|[本上]个?月|[本上]周))[\s,，]*/;

function loneRecord(line: string): string | null {
  const [found, more] = readRecordNumber(line);
  if (!found || more) return null;
  return line.slice(0, found.start).trim() === '' && /^[\s。.!！?？]*$/.test(line.slice(found.end))
    ? `${found.letter}${found.number}`
    : null;
}
