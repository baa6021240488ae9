import { type Actor, mayEver } from '../domain/org/access.ts';
import type { Project } from '../domain/project/project.ts';
import { companyKey } from '../reading/company-name.ts';
import { plainWords } from '../reading/plain.ts';
import { readRecordNumber } from '../reading/reference.ts';
import { takes } from './find-verb.ts';
import type { CommandBook } from './load.ts';
import { lacking } from './read-slots.ts';
import type { Reading } from './reading.ts';
import { wordsInside } from './spoken.ts';
import type { Near } from './suggest.ts';
import { isPlainQuestion } from './things.ts';

/** Words of what happened, and the command that writes it; the first that fits the line best stands first. */
const CUES: readonly (readonly [RegExp, command: string, says: string])[] = [
  [/(?:预计|能|可|将|准备).{0,12}到|下个?月.{0,6}到|还?要到/, '预计到账', ''],
  [/打[款了来]|汇[款了来入]|进账|到了?(?:约|近)?[\d一二三四五六七八九十两].{0,6}[万亿]/, '到位', ''],
  [/(?:设备|厂房|建设|工程).{0,8}[万亿]|投了.{0,6}[万亿]/, '固投', ''],
  [/营收|销售(?:收入|额)/, '产值', ''],
  [/[缴交纳].{0,8}税/, '税收', ''],
  [/出口了?|进口了?/, '进出口', ''],
  [/带动|就业\d|增收|盘活/, '成效', ''],
  [/卡住|没批|批不下|阻挠|阻工|不够|没有?落实|难题|堵点|缺(?!席)|一直没|迟迟|请.{2,8}(?:解决|协调|处理)/, '问题', ''],
  [/反映|想(?:增|让|请)|希望(?:帮|解决|协调)/, '诉求', ''],
  [/答应|许诺/, '承诺', ''],
  [/包联|领衔|挂帅/, '顶格', ''],
  [/[一二三四五六七八]成(?!把握)|[三四五六]{2}开/, '流转', ''],
  [/三本账/, '评估', ''],
];

/** What may be meant by a line that names a record which is no project. */
const BY_LETTER: Readonly<Record<string, readonly (readonly [command: string, says: string])[]>> = {
  R: [
    ['反馈', ''],
    ['办结', ''],
    ['延期', ''],
  ],
  W: [
    ['协调', ''],
    ['解决', ''],
  ],
  C: [['兑现', '']],
  S: [['诉求', '办理']],
  L: [
    ['退回', ''],
    ['冲销', ''],
  ],
};

/** What is not, not yet or only maybe done, or somebody else's words, is not offered as done. */
const NOT_DONE = /别|不要|没(?!问题)|未|不用|先不|如果|要是|是否|要不|准备|打算|建议|[“”「」『』"]|^\s*[>＞]|转发/;

const OFFERED = 3;
const MOST_CHARACTERS = 300;

interface Who {
  readonly book: CommandBook;
  readonly reading: Reading;
  readonly actor: Actor;
}

/** Who speaks, and the projects that the line names. */
interface About {
  readonly actor: Actor;
  readonly projects: readonly Project[];
  /** Open tasks that the person carries. */
  readonly tasks: readonly { readonly number: number; readonly title: string }[];
}

/**
 * Commands that would write what a line without a command says of a record, as whole lines to be tapped: by the command words
 * inside, and by words of what happened. None for a question. Writes nothing.
 */
export function offersIn(
  line: string,
  book: CommandBook,
  reading: Reading,
  { actor, projects, tasks }: About,
): readonly Near[] {
  const records = readRecordNumber(line);
  const [record] = records;
  if (line.length > MOST_CHARACTERS || records.length > 1 || isPlainQuestion(line)) return [];
  const inside = NOT_DONE.test(plainWords(line)) ? () => [] : wordsInside;
  if (record && record.letter !== 'X') {
    const number = `${record.letter}${record.number}`;
    const said = tidy(line.slice(0, record.start) + line.slice(record.end));
    const wanted = [
      ...inside(said, book)
        .filter(({ command }) => takes(command, record.letter))
        .map(({ command, rest }) => [command.name, tidy(rest), ''] as const),
      ...(record.letter === 'R' && /赶紧|抓紧|尽快/.test(said) ? [['催办', '', ''] as const] : []),
      ...(BY_LETTER[record.letter] ?? []).map(([name, says]) => [name, said, says] as const),
    ];
    return offered(
      wanted.map(([name, rest, says]) => ({ name, line: `${name} ${says} ${number} ${rest}` })),
      { book, reading, actor },
    );
  }
  if (projects.length === 0)
    return [
      ...onTasks(line, tasks),
      ...toldTo(line, { book, reading, actor }),
      ...raisedBy(line, { book, reading, actor }),
    ];
  return projects.slice(0, 2).flatMap((project) => {
    const said = tidy(withoutProject(record ? line.slice(0, record.start) + line.slice(record.end) : line, project));
    const plain = plainWords(said);
    const wanted = [
      ...CUES.filter(([words]) => words.test(plain)).map(([, name, says]) => [name, said, says] as const),
      ...inside(plain, book).map(({ command, rest }) => [command.name, tidy(rest), ''] as const),
    ];
    return offered(
      wanted.map(([name, rest, says]) => ({ name, line: `${name} X${project.id} ${says} ${rest}` })),
      { book, reading, actor },
    );
  });
}

/** 用地方案已经报上去了: a task whose title the line repeats is answered or finished. */
function onTasks(line: string, tasks: About['tasks']): readonly Near[] {
  const said = plainWords(line);
  const meant = tasks.filter(({ title }) => pieces(title).some((piece) => said.includes(piece)));
  return meant.slice(0, 2).flatMap(({ number }) => {
    const lines = ['反馈', '办结'].map((name) => ({
      name: `${name} R${number}`,
      line: `${name} R${number} ${line}`,
    }));
    return /办完|办结|办好|完成/.test(said) ? lines.reverse() : lines;
  });
}

/** Stretches of four characters, long enough to be no accident. */
const pieces = (title: string): readonly string[] =>
  [...title].map((_, at) => title.slice(at, at + 4)).filter((piece) => /^[\u4e00-\u9fff]{4}$/.test(piece));

/** 通知大家…, 告诉城东街道…: offered as 传达. */
function toldTo(line: string, who: Who): readonly Near[] {
  const told =
    /^(?:请)?(?:通知|转告|告诉|告知)(?:一下)?(?:大家|全体|各单位|各镇|所有单位)?[\s,，:：]*(?<what>.{4,})$/.exec(line)
      ?.groups?.what;
  const known =
    /大家|全体|各|所有/.test(line) || who.reading.vocabulary.units.some(({ name }) => told?.startsWith(name));
  return told && known ? offered([{ name: '传达', line: `传达 ${told}` }], who) : [];
}

const RAISES =
  /^(?<firm>[\u4e00-\u9fff（）()]{2,16}?)(?:企业|老板|负责人)?(?:反映|反应|提出|希望(?=.{0,6}(?:帮|解决|协调)))[说称了,，:：]*(?<what>[^\d亿].{2,})$/;

/** 华辰反映招工难: what a firm says, of whatever unit it is, is a request. */
function raisedBy(line: string, who: Who): readonly Near[] {
  const { firm, what } = RAISES.exec(line)?.groups ?? {};
  return firm && what && !/[我你他她它大家领导群众]/.test(firm)
    ? offered([{ name: '诉求', line: `诉求 ${firm} ${what}` }], who)
    : [];
}

/** Those that the person may use and that lack one part at most, each command once. */
function offered(wanted: readonly Near[], { book, reading, actor }: Who): readonly Near[] {
  const found = new Map<string, Near>();
  for (const { name, line } of wanted) {
    const command = book.words.get(name);
    if (!command || found.has(name) || !mayEver(actor, command.ability)) continue;
    const whole = line.replace(/ +/g, ' ').trim();
    const takesProject = takes(command, 'X') || !/^\S+ X\d/.test(whole);
    if (takesProject && lacking(command.slots, whole.slice(name.length), reading) <= 1)
      found.set(name, { name, line: whole });
  }
  return [...found.values()].slice(0, OFFERED);
}

/** The line without as much of the project's, or its investor's, name as stands in it. */
function withoutProject(line: string, { name, investor }: Project): string {
  const plain = plainWords(line);
  for (const whole of [name, companyKey(name), investor ?? '', companyKey(investor ?? '')]) {
    for (let length = whole.length; length >= 2; length -= 1) {
      const at = plain.indexOf(whole.slice(0, length));
      if (at >= 0) return `${line.slice(0, at)} ${line.slice(at + length)}`;
    }
  }
  return line;
}

const tidy = (text: string): string =>
  text
    .replace(/^[\s,，、。的是又已把将请]+|[\s,，、。]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
