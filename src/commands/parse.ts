import { plainWords } from '../reading/plain.ts';
import { isQuestion } from '../reading/question.ts';
import { readRecordNumber } from '../reading/reference.ts';
import { soundsLike } from '../reading/sound.ts';
import type { Command } from './define.ts';
import { findVerb, type Verb } from './find-verb.ts';
import type { CommandBook } from './load.ts';
import { inOwnName } from './own-unit.ts';
import { lacking, readSlots } from './read-slots.ts';
import type { Reading } from './reading.ts';
import { askedFor, howTo, isShown, isSpeech, whollySaid } from './spoken.ts';
import { type Near, nearCommands } from './suggest.ts';
import { isPlainQuestion, thingAsked } from './things.ts';
import { turned } from './turned.ts';

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
const BULLET = /^\s*(?:\d{1,2}[.、)）](?!\d)|[-*•·])\s*/;

/**
 * Reads one line: the command word (name, synonym, initials, English; also after a leading record number), then its
 * parts wherever they stand. Pure. Throws a Refusal where a part is there but cannot be (30 February, −1亿).
 */
export function parseLine(raw: string, book: CommandBook, reading: Reading): Parsed {
  const line = raw.replace(ADDRESS, '').replace(PICTURE_AHEAD, '').replace(BULLET, '').trim();
  const put = turned(line, reading);
  if (put) return parseLine(put, book, reading);
  const lone = loneRecord(line) ?? askedRecord(line);
  if (lone) return parseLine(`查 ${lone}`, book, reading);
  const used = howTo(line, book);
  if (used) return parseLine(`帮助 ${used.name}`, book, reading);
  const verb = findVerb(line, book);
  if (!verb) return withoutVerb(line, book, reading);
  if (soundsLonger(line, book)) return slip(line, book);
  if (verb.command.name === '查') {
    const shown = knownThing(verb.rest, book, reading);
    if (shown) return parseLine(shown, book, reading);
    const thing = askedThing(line, book, reading);
    if (thing && thing.command.name !== '台账') return thing;
  }
  const wanting = Object.values(verb.command.slots).some(({ optional }) => !optional);
  const thing = mayAsk(verb, reading, wanting) && isPlainQuestion(line) ? askedThing(line, book, reading) : null;
  if (thing) return thing;
  const asked = wanting ? asQuestion(line, book, reading) : null;
  if (asked) return asked;
  if (WHETHER.test(verb.rest)) {
    const [record] = readRecordNumber(verb.rest);
    return record ? parseLine(`查 ${record.letter}${record.number}`, book, reading) : unread(line, book);
  }
  const listed = asOverview(verb, book, reading);
  if (listed) return listed;
  const rest = restOf(verb, reading, wanting);
  const { values, missing } = readSlots(verb.command.slots, rest, reading);
  if (isChatter(line, verb, { values, missing }, reading)) return withoutVerb(line, book, reading);
  return { kind: 'command', command: verb.command, values, missing, line: `${verb.command.name} ${rest}`.trim() };
}

/** 我们镇 by its name where something is read; without 是什么 where nothing more is wanted. */
function restOf({ command, rest }: Verb, { own }: Reading, wanting: boolean): string {
  const said = command.kind === 'read' && command.name !== '查' ? inOwnName(rest, own) : rest;
  return wanting ? said : said.replace(/(?:都)?(?:是什么|有哪些)[\s?？]*$/, '');
}

/** A line that begins with a command's word may still ask for something: 承诺兑现了哪些, 查一下金融政策; not when it says all of its parts. */
function mayAsk({ command, rest }: Verb, reading: Reading, wanting: boolean): boolean {
  if (command.kind === 'read') return false;
  return !wanting || lacking(command.slots, rest, reading) > 0;
}

/** A line that no command begins: something is looked for, a figure is asked, or a report says all of its parts. */
function withoutVerb(line: string, book: CommandBook, reading: Reading): Parsed {
  if (soundsLonger(line, book)) return slip(line, book);
  const named = inOwnName(line, reading.own);
  const asked = askedThing(line, book, reading) ?? asQuestion(named, book, reading);
  if (asked) return asked;
  const spoken = askedFor(named, book, reading) ?? whollySaid(line, book, reading);
  if (spoken) return parseLine(`${spoken.command.name} ${spoken.rest}`.trim(), book, reading);
  const looked = LOOK.exec(plainWords(line))?.[0].length ?? 0;
  if (looked > 0) return parseLine(`查 ${line.slice(looked).replace(ABOUT_IT, '')}`, book, reading);
  return unread(line, book);
}

/** "谁还没签收" is "任务清单 待签收"; null where the line asks for nothing, or for how much. */
function askedThing(line: string, book: CommandBook, reading: Reading): ParsedCommand | null {
  const named = inOwnName(line, reading.own);
  const counts = HOW_MANY.test(line) && !/[没未]有?签约/.test(plainWords(line));
  const thing = counts && asQuestion(named, book, reading) ? null : thingAsked(named, book, reading);
  if (!thing) return null;
  const { values, missing } = readSlots(thing.command.slots, thing.rest, reading);
  return {
    kind: 'command',
    command: thing.command,
    values,
    missing,
    line: `${thing.command.name} ${thing.rest}`.trim(),
  };
}

/** A number is asked for, or who has the most. */
const HOW_MANY = /几|多少|最|第几|率|排/;

function slip(line: string, book: CommandBook): Parsed {
  return { kind: 'none', suggestions: nearCommands(line, book).map((near) => ({ ...near, slip: true })) };
}

const unread = (line: string, book: CommandBook): Parsed => ({ kind: 'none', suggestions: nearCommands(line, book) });

/** 问题情单 is no 问题 called 情单, 政策宝 X1 no 政策: the first word sounds like a longer command word. */
function soundsLonger(line: string, book: CommandBook): boolean {
  const [word = ''] = /^[\u4e00-\u9fff]{2,6}(?=[\s,，:：]|[xXrRwWlLcCsS]\d|$)/.exec(line) ?? [];
  if (word.length < 2 || book.words.has(plainWords(word))) return false;
  const words = book.longestFirst.filter((one) => one.length === word.length);
  return (
    soundsLike(
      word,
      words.map((name) => ({ name })),
    ).length > 0
  );
}

/** R1签收了吗, X1落地不了: no report. */
const WHETHER = /^(?:[a-zA-Z#] ?\d{1,9})?\s*(?:[了过]?吗|了?没有?|不[了成])[\s?？。!！]*$/;

/**
 * 问题不大, 月报谁写的, 我的意思是…: a word that begins a command and goes on in speech, without a blank, a number, a day or a name.
 * It is no command, unless nothing but text is wanted (录入, 传达, 查).
 */
function isChatter(
  line: string,
  { command, rest }: Verb,
  { values, missing }: Pick<ParsedCommand, 'values' | 'missing'>,
  reading: Reading,
): boolean {
  if (rest === '' || !plainWords(line).endsWith(plainWords(rest)) || !GLUED.test(line.slice(0, -rest.length)))
    return false;
  const texts = Object.entries(command.slots).filter(([, { kind }]) => kind === 'rest' || kind === 'project');
  const found = Object.entries(values).some(
    ([name, value]) =>
      value !== undefined &&
      (!texts.some(([text]) => text === name) || (typeof value === 'object' && value !== null && 'number' in value)),
  );
  if (found || ACTS.test(rest)) return false;
  return missing.length > 0 ? TALK.test(rest) : isShown(command) && isSpeech(rest, reading);
}

/** What no part of a report looks like: 问题不大, 签约仪式定在哪天. */
const TALK = /[吗呢吧啊呀嗯谁哪]|怎么|大家|^(?:不|太)/;

const GLUED = /[\u4e00-\u9fff]$/;
/** 政策新增…: what is done comes first. */
const ACTS = /^(?:新增|增加|修改|停用|启用|取消|结束|导出|试算|发布|预览)/;

/** "查5月排行" is "排行 5月", "查 华辰的情况" is "查 华辰"; null where the words stand for themselves. */
function knownThing(rest: string, book: CommandBook, reading: Reading): string | null {
  const spoken = askedFor(rest, book, reading, true);
  if (spoken) return `${spoken.command.name} ${spoken.rest}`.trim();
  const bare = rest.replace(ABOUT_IT, '');
  return bare !== rest && bare.trim() !== '' ? `查 ${bare}` : null;
}

/** "城关镇上半年到位多少" is "问数 城关镇上半年到位多少", "X3到位多少" is "查 X3"; null for a line that asks for no figure. */
function asQuestion(line: string, book: CommandBook, reading: Reading): Parsed | null {
  const command = book.words.get('问数');
  const { units } = reading.vocabulary;
  const names = units.flatMap(({ name, aliases }) => [name, ...aliases]);
  const [record] = readRecordNumber(line);
  const said = record ? line.slice(0, record.start) + line.slice(record.end) : line;
  if (!command || !isQuestion(plainWords(said), reading.today, names)) return null;
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

/** 帮我查一下华辰, 看看X1. */
const LOOK =
  /^(?:(?:帮我|给我|麻烦|请)(?:再)?(?:查|看|找)(?:看|找|一?下|下)?|(?:看看|看一?下)(?=\s?[xX#]\d)|[查找]一?下)\s*/;
const ABOUT_IT = /(?:这个项目)?的?(?:情况|资料|信息|进展)[\s。？?]*$/;

/** "X1怎么样了", "X2什么情况": the record is asked for. */
function askedRecord(line: string): string | null {
  const [found, more] = readRecordNumber(line);
  const asks =
    /^\s*(?:现在|目前|项目)?(?:怎么样|什么情况|啥情况|情况如何|到哪一步|到什么阶段|进展如何|进度如何|如何)了?[\s?？。]*$/;
  return found && !more && found.start === 0 && asks.test(line.slice(found.end))
    ? `${found.letter}${found.number}`
    : null;
}

function loneRecord(line: string): string | null {
  const [found, more] = readRecordNumber(line);
  if (!found || more) return null;
  return line.slice(0, found.start).trim() === '' && /^[\s。.!！?？]*$/.test(line.slice(found.end))
    ? `${found.letter}${found.number}`
    : null;
}
