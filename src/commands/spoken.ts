import { Refusal } from '../domain/refusal.ts';
import { readDates } from '../reading/date.ts';
import { plainWords } from '../reading/plain.ts';
import { readRecordNumber } from '../reading/reference.ts';
import type { Command, Group } from './define.ts';
import { takes, type Verb, verbAhead } from './find-verb.ts';
import type { CommandBook } from './load.ts';
import { readSlots } from './read-slots.ts';
import type { Reading } from './reading.ts';

/** What people say around a thing they want to see: 帮我看一下…, 有哪些…, 把…发我. */
const ASKING =
  /^(?:请问?|麻烦|劳驾)?(?:帮我|给我|帮忙|替我)?再?(?:我(?:们)?(?:要|想)(?:看看?|查查?)?|看[看一]?下?|查[查一]?下?|找[找一]?下?|打开|进入|调出|列一?下|发一?下|[出来]一份|出(?=[\u4e00-\u9fff]{2,}专报)|把|有哪些|有什么|现在)\s*/;
const ASKED =
  /(?:都|目前|现在)?(?:有哪些|有什么|是什么|怎么样了?|给我|发我|发给我|发一?下|打开|看看|看一?下|一份|的情况|呢|吧)*[\s。？?！!]*$/;
/** 到位怎么填, 怎么录入. */
const HOW =
  /^(?:(?<ahead>[\u4e00-\u9fff]{1,6}?)(?:要|该|应该)?(?:怎么|如何|咋)(?:用|填|写|录|报|发|操作|弄|说|记)|(?:怎么|如何|咋)(?<behind>[\u4e00-\u9fff]{2,6}?))[\s?？。]*$/;
/** 城关镇排第几, 我们镇第几. */
const PLACE = /^(?<who>[\u4e00-\u9fff]{0,12}?)(?:现在|目前|本月|这个月)?排?在?第几(?:名|位)?[了啊呀呢]*[\s?？。]*$/;
/** 上半年谁第一. */
const FIRST =
  /^(?<when>[\u4e00-\u9fff\d]{0,8}?)(?:现在|目前)?(?:谁|哪(?:个|家)(?:乡镇|镇|单位|部门|局)?)(?:是|排|排在)?(?:第一|最后|垫底|倒数第一)名?[\s?？。]*$/;
/** 华辰光伏怎么样了, 华辰现在到哪一步了. */
const GOES =
  /^(?<name>[\u4e00-\u9fffA-Za-z0-9]{2,12}?)(?:(?:那|这)个)?(?:项目)?(?:现在|目前)?(?:怎么样|什么情况|啥情况|情况如何|到哪一?步|到什么阶段|进展如何|进度如何|(?:是)?谁在?(?:跟|负责|对接)|归谁)了?[\s?？。]*$/;
/** Speech, and no name of a thing: 我觉得这个政策. */
const SPEECH =
  /[我你您他她它们这那哪谁了吗呢吧啊呀哦嗯都很就还要没不说看听想觉是有让把被去做搞谈请问]|大家|告诉|通知|报送|开展|举办|举行|召开|参加|[今昨明]天/;

/** 到位怎么填: the command whose use is asked for. */
export function howTo(line: string, book: CommandBook): Command | undefined {
  const how = HOW.exec(plainWords(line))?.groups;
  return book.words.get(how?.ahead ?? how?.behind ?? '');
}

/**
 * A command that only shows something, said as people ask for it: 打开首页, 有哪些载体, 城东街道的台账, 新能源图谱.
 * Null where the line says anything else besides. `known`: no word that is neither a name nor a time may stand there (钢结构).
 */
export function askedFor(line: string, book: CommandBook, reading: Reading, known = false): Verb | null {
  const said = plainWords(line);
  const place = PLACE.exec(said)?.groups;
  const rank = book.words.get('我的排名');
  if (place && rank)
    return { command: rank, rest: (place.who ?? '').replace(/^我们?(?:镇|乡|街道|局|园区|单位)?/, '') };
  const first = FIRST.exec(said)?.groups;
  const board = book.words.get('排行');
  if (first && board) return { command: board, rest: first.when ?? '' };
  const looked = book.words.get('查');
  const name = GOES.exec(said)?.groups?.name;
  if (name && looked && !SPEECH.test(name)) return { command: looked, rest: name };
  const bare = line.slice(ASKING.exec(said)?.[0].length ?? 0).replace(ASKED, '');
  const verb = bare.length < 2 ? null : (shownAhead(bare, book) ?? shownBehind(bare, book, reading));
  return verb && known && withoutKnown(plainWords(verb.rest), reading).trim() !== '' ? null : verb;
}

/** The command word, and nothing but names, days and short words behind it. */
function shownAhead(line: string, book: CommandBook): Verb | null {
  const verb = verbAhead(line, book);
  const command = shownBy(verb?.command, book);
  return verb && command && !SPEECH.test(verb.rest) && verb.rest.length < 12 ? { command, rest: verb.rest } : null;
}

/** 城东街道的台账, 5月月报, 新能源图谱: the command word ends the line, and what stands ahead is a name or a time. */
function shownBehind(line: string, book: CommandBook, reading: Reading): Verb | null {
  const said = plainWords(line).replace(/的$/, '');
  const word = book.longestFirst.find((one) => /^[\u4e00-\u9fff]{2,}$/.test(one) && said.endsWith(one));
  const command = word === undefined ? undefined : shownBy(book.words.get(word), book);
  if (word === undefined || !command) return null;
  const ahead = line.slice(0, said.length - word.length).replace(/(?:[写出做来](?:一?[个份]))?[\s,，的]*$/, '');
  if (/[@＠:：,，]/.test(ahead) || !suitsRecords(command, ahead)) return null;
  return ahead.length > 0 && ahead.length <= 20 && !SPEECH.test(withoutKnown(plainWords(ahead), reading))
    ? { command, rest: ahead }
    : null;
}

/** R1…方案 asks for no 方案: a record that is named must be one of the command's parts. */
const suitsRecords = (command: Command, ahead: string): boolean =>
  readRecordNumber(ahead).every(({ letter }) => takes(command, letter));

/** Whether a text goes on as people talk, beside the names and days it holds. */
export const isSpeech = (text: string, reading: Reading): boolean =>
  SPEECH.test(withoutKnown(plainWords(text), reading));

/** Whether a command shows something and is no search in words of one's own. */
export const isShown = ({ name, kind, group }: Command): boolean =>
  name !== '查' &&
  name !== '问数' &&
  name !== '帮助' &&
  (kind === 'read' || (SHOWING.includes(group) && group !== 'setup'));

/** The command if it shows something, or the one that lists what it writes; of reports and records none. */
function shownBy(command: Command | undefined, book: CommandBook): Command | undefined {
  if (command?.overview !== undefined) return book.words.get(command.overview);
  const shows =
    command?.kind === 'read' ||
    (command !== undefined &&
      SHOWING.includes(command.group) &&
      Object.values(command.slots).every(({ optional }) => optional));
  return shows ? command : undefined;
}

/** Groups whose commands show something when nothing more is said. */
const SHOWING: readonly Group[] = ['figures', 'maps', 'setup'];

/** The text without days and the units' and people's names. */
function withoutKnown(text: string, { vocabulary, today, calendar }: Reading): string {
  const names = [
    ...vocabulary.units.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...vocabulary.people.map(({ name }) => name),
  ];
  const bare = names.reduce((left, name) => left.replaceAll(name, ' '), text);
  return readDates(bare, today, calendar).reduce((left, { text: day }) => left.replace(day, ' '), bare);
}

/** Words that say nothing beside a figure and a day. */
const FILLERS = /(?:已经|现在|目前|正式|完成|实现|新增|一共|资金|人民币|项目|方面)|[了的又已刚再共也，,。.!！、：:\s]/g;

/**
 * 昨天X1到位5000万, X1签约了12亿6月3号: a command word in the middle, a record by its number, the day, and nothing left that is
 * not one of the command's parts. A line that says more is no report, or not only one.
 */
export function whollySaid(line: string, book: CommandBook, reading: Reading): Verb | null {
  const said = plainWords(line);
  if (readRecordNumber(said).length !== 1 || said.length > 60) return null;
  for (const { command, rest } of namedInside(said, book)) {
    if (isWhole(command, rest, reading)) return { command, rest };
  }
  return null;
}

/** Commands of reports whose word stands in a line; the longer words first. */
export const wordsInside = (said: string, book: CommandBook): readonly Verb[] =>
  book.longestFirst.flatMap((word) => {
    const command = book.words.get(word);
    const at = /^[\u4e00-\u9fff]{2,}$/.test(word) && command?.kind === 'write' ? said.indexOf(word) : -1;
    return command && at >= 0 ? [{ command, rest: `${said.slice(0, at)} ${said.slice(at + word.length)}` }] : [];
  });

/** Those, and those whose required choice stands there (开工). */
function namedInside(said: string, book: CommandBook): readonly Verb[] {
  const chosen = book.commands.filter(
    ({ kind, slots }) =>
      kind === 'write' && Object.values(slots).some((slot) => slot.kind === 'choice' && !slot.optional),
  );
  return [...wordsInside(said, book), ...chosen.map((command) => ({ command, rest: said }))];
}

function isWhole(command: Command, rest: string, reading: Reading): boolean {
  const slots = Object.entries(command.slots);
  const dated = slots.find(([, slot]) => slot.kind === 'date')?.[0];
  if (dated === undefined || slots.some(([, slot]) => slot.kind === 'rest' && !slot.optional)) return false;
  const words = slots.find(([, slot]) => slot.kind === 'rest')?.[0];
  try {
    const { values, missing } = readSlots(command.slots, rest, reading);
    const left = words === undefined ? '' : String(values[words] ?? '');
    return missing.length === 0 && values[dated] !== undefined && left.replace(FILLERS, '') === '';
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
