import { foldWidth } from '../reading/clean.ts';
import { plainWords } from '../reading/plain.ts';
import { type RecordSpan, readRecordNumber } from '../reading/reference.ts';
import type { Command } from './define.ts';
import type { CommandBook } from './load.ts';

/** A command that a line names, and what else the line says. */
export interface Verb {
  readonly command: Command;
  readonly rest: string;
}

interface Found extends Verb {
  /** As it is in the book. */
  readonly word: string;
}

/**
 * The command whose word begins a line, or stands where people put it: behind the record's number, behind whom it is for,
 * behind the day, or last behind a blank. Null where none does.
 */
export const findVerb = (line: string, book: CommandBook): Verb | null =>
  verbAhead(line, book) ??
  verbAfterNumber(line, book, takes) ??
  verbAtEnd(line, book) ??
  verbAfterNumber(line, book, speaksOfProject) ??
  verbAfterMentions(line, book) ??
  verbAfterMine(line, book) ??
  verbAfterDay(line, book) ??
  verbAfterAction(line, book);

/** A project may stand ahead of a command that takes it in words, but not of one about another kind of record. */
const speaksOfProject = ({ group, slots }: Command, letter: RecordSpan['letter']): boolean =>
  letter === 'X' &&
  group !== 'setup' &&
  group !== 'figures' &&
  Object.values(slots).every((slot) => slot.kind !== 'record' || slot.letter === 'X');

/** The command whose word begins the line. */
export function verbAhead(line: string, book: CommandBook): Found | null {
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
  text
    .replace(/^(?:了|掉|去)?吧?[\s:：,，、。!！]+|^(?:了|掉|去)?吧?$/, '')
    .replace(/^一下(?![午周月次个])[\s:：,，、。]*/, '');

/** Latin words end at a non-letter, one-character synonyms at a blank or mark; other Chinese words may be followed by anything. */
function endsThere(folded: string, word: string, command: Command): boolean {
  const next = folded.charAt(word.length);
  if (next === '' || /[\s:,、。#@]/.test(next)) return true;
  if (/^[a-z]/.test(word)) return !/[a-z]/.test(next) && (word.length > 1 || /\s/.test(next));
  return word.length > 1 || word === command.name || /[xXrRwWhHlLcCsS]\d/.test(folded.slice(1, 3));
}

/** 我来, 已, 有个, 有什么 between a number and the command word: X3我来认领, R1已办结. */
const BETWEEN =
  /^[\s:：,，、]*(?:我们?(?:镇|乡|街道|局|园区)?来?|已经?|申请|需要|补|列入|纳入|设为|列为|还?有(?:一?个|什么|哪些|啥))?[\s:：,，、]*/;
/** X1移出顶格, X1解除保密: what is done comes ahead of where. */
const UNDOES = /^(?:移出|解除|取消|去掉)(?=[\u4e00-\u9fff]{2})/;
/** 把X2移交给城东街道, 给L1补凭据. */
const HANDLES = /^(?:请|麻烦|帮我)*(?:把|将|给)$/;

/** "X113 到位 5000万" is "到位 X113 5000万"; 我认领X3 is 认领 X3. */
function verbAfterNumber(
  line: string,
  book: CommandBook,
  suits: (command: Command, letter: RecordSpan['letter']) => boolean,
): Verb | null {
  const [found] = readRecordNumber(line);
  if (!found) return null;
  if (found.start > 0 && !HANDLES.test(line.slice(0, found.start).trim())) {
    const mine = /^我们?(?:来|要|想)?(?=[\u4e00-\u9fff]{2})/.exec(line)?.[0] ?? '';
    const verb = mine === '' ? null : verbAhead(line.slice(mine.length), book);
    return verb && takes(verb.command, found.letter) ? verb : null;
  }
  const number = line.slice(found.start, found.end);
  const behind = line.slice(found.end).replace(/^[\s:：,，、]+/, '');
  const undoes = UNDOES.exec(plainWords(behind))?.[0] ?? '';
  const verb =
    verbAhead(behind, book) ??
    verbAhead(line.slice(found.end).replace(BETWEEN, ''), book) ??
    (undoes === '' ? null : verbAhead(behind.slice(undoes.length), book));
  return verb && suits(verb.command, found.letter)
    ? { command: verb.command, rest: `${number} ${undoes} ${verb.rest}`.replace(/ +/g, ' ').trim() }
    : null;
}

/** Whether a part of the command is a record of this letter. */
export const takes = ({ slots }: Command, letter: RecordSpan['letter']): boolean =>
  Object.values(slots).some((slot) =>
    slot.kind === 'project' ? letter === 'X' : slot.kind === 'record' && slot.letter === letter,
  );

/** "周五前让李四核实用地 分派" is "分派 周五前让李四核实用地": a command word of its own behind a blank. */
function verbAtEnd(line: string, book: CommandBook): Verb | null {
  const found = /^([\s\S]{2,})[\s,，。;；]+([\u4e00-\u9fff]{2,4})[\s。.!！]*$/.exec(plainWords(line));
  const command = found?.[2] === undefined ? undefined : book.words.get(found[2]);
  if (!found?.[1] || !command) return null;
  const rest = line.slice(0, found[1].length).trim();
  const recorded = readRecordNumber(rest).some(({ letter }) => takes(command, letter));
  return recorded || (command.name === found[2] && !answers(command)) ? { command, rest } : null;
}

/** 签收, 办结: said of a record that waits. "好的，收到" is politeness and signs nothing. */
const answers = ({ slots }: Command): boolean => Object.values(slots)[0]?.kind === 'record';

/** "@临洺关镇 分派 周五前报送方案": who is meant, then the command. */
function verbAfterMentions(line: string, book: CommandBook): Verb | null {
  const names = /^(?:[@＠][\u4e00-\u9fff]{2,12}[\s,，、]+)+/.exec(line)?.[0] ?? '';
  const verb = names === '' ? null : verbAhead(line.slice(names.length), book);
  const meets = verb && Object.values(verb.command.slots).some(({ kind }) => kind === 'assignee' || kind === 'unit');
  return verb && meets ? { command: verb.command, rest: `${names}${verb.rest}`.trim() } : null;
}

/** 我要认领安达玻璃. */
function verbAfterMine(line: string, book: CommandBook): Verb | null {
  const mine = /^(?:我们?|本?[镇乡局])(?:来|要|想|申请)(?=[\u4e00-\u9fff]{3})/.exec(line)?.[0] ?? '';
  const verb = mine === '' ? null : verbAhead(line.slice(mine.length), book);
  return verb && verb.command.ability === 'claim' && verb.rest !== '' ? verb : null;
}

/** "昨天 到位 X1 5000万", "5月排行": a day or a month, then the command. */
function verbAfterDay(line: string, book: CommandBook): Verb | null {
  const day = DAY_AHEAD.exec(foldWidth(plainWords(line)))?.[0] ?? '';
  const verb = day === '' ? null : verbAhead(line.slice(day.length), book);
  if (!verb || (verb.command.kind === 'write' && !/^[\s,，:：]/.test(line.slice(day.length + verb.word.length))))
    return null;
  return { command: verb.command, rest: `${verb.rest} ${line.slice(0, day.length).trim()}`.trim() };
}

const DAY_AHEAD =
  /^(?:[今昨前][天日]|上?个?(?:周|星期)[一二三四五六日天]|\d{1,2}月\d{1,2}[日号]|(?:20\d\d年)?(?:\d{1,2}月份?|[一二三四]季度|上半年|[本上]个?月|[本上]周))[\s,，]*/;

const ACTION = /^(?:新增|增加|添加|停用|启用|取消|结束|解除|导出|试算)(?=[\u4e00-\u9fff]{2})/;

/** 新增人员 …, 取消订阅 …, 导出台账: what is to be done ahead of where. */
function verbAfterAction(line: string, book: CommandBook): Verb | null {
  const action = ACTION.exec(plainWords(line))?.[0] ?? '';
  const verb = action === '' ? null : verbAhead(line.slice(action.length), book);
  return verb && !Object.values(verb.command.slots).some(({ kind }) => kind === 'project' || kind === 'record')
    ? { command: verb.command, rest: `${action} ${verb.rest}`.trim() }
    : null;
}
