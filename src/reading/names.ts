import { inflateSync } from 'node:zlib';
import { type GramTable, gramTable, rowOf } from './gram-table.ts';
import { labelledNames } from './labelled-names.ts';
import { eachPlaced, placesBefore, signsOf } from './name-signs.ts';
import type { Prepared } from './prepared.ts';
import { type Span, type Spans, spansOf } from './random-field.ts';
import { NAME_WEIGHTS } from './words/name-weights.ts';

/** What is looked for. */
export const NAMED = ['company', 'project'] as const;

/** A gram speaks for the places up to this far before and behind it. */
export const REACH = 3;
/** Weights are kept in twentieths. */
export const STEP = 0.05;
/** Weights of a gram: for each place from `REACH` before to `REACH` behind, for each of {@link NAMED}, of beginning and being inside. */
export const WIDTH = (2 * REACH + 1) * NAMED.length * 2;

/** What {@link weighNames} goes by. */
export interface NameWeights {
  readonly table: GramTable;
  /** For short spoken messages and for news, of each of {@link NAMED}: beginning and being inside, anywhere. */
  readonly anywhere: { readonly chat: readonly number[]; readonly news: readonly number[] };
  /** Of each of {@link NAMED} the moves between the states of a random field, as factors. */
  readonly moves: readonly (readonly number[])[];
}

/**
 * Where a text names its investor and its project: a conditional random field for each, over the characters, what the
 * dictionaries call them, and the pairs of both. Its weights are learned from the labelled messages in
 * `test/fixtures/capture` by `npm run train`.
 */
export function weighNames(plain: string, chatty: boolean, weights: NameWeights = LEARNED): readonly Spans[] {
  const { table, anywhere, moves } = weights;
  const signs = signsOf(plain);
  const length = signs[0].length;
  const sums = new Float64Array(length + 2 * REACH + 2);
  for (const row of signs)
    eachPlaced(row, (gram, at) => {
      const found = rowOf(table, gram) * AROUND;
      if (found !== 0) addRow(table.rows, found, sums, at + 1);
    });
  const everywhere = packed(chatty ? anywhere.chat : anywhere.news);
  const places = NAMED.map(() => new Float64Array(length * 2));
  for (let at = 0; at < length; at += 1) {
    let rest = (sums[at + REACH + 1] ?? 0) + everywhere;
    for (const one of places)
      for (let state = 0; state < 2; state += 1) {
        const above = Math.floor(rest / LANE + 0.5);
        one[at * 2 + state] = POWERS[rest - above * LANE + LANE / 2] ?? 0;
        rest = above;
      }
  }
  return NAMED.map((_, one) => spansOf({ length, places: places[one] ?? new Float64Array(), moves: moves[one] ?? [] }));
}

/** Places of which a gram speaks. */
const AROUND = 2 * REACH + 1;

/**
 * The weights of one place stand in one number, each in a lane of 13 bits: at most 29 weights of a signed byte are added up,
 * so that no lane runs over into the next, and four of them are exact in a double.
 */
const LANE = 2 ** 13;
const packed = (weights: ArrayLike<number>): number => {
  let sum = 0;
  for (let at = weights.length - 1; at >= 0; at -= 1) sum = sum * LANE + (weights[at] ?? 0);
  return sum;
};

/** The factor that a sum of weights stands for, by the sum and half a lane. */
const POWERS = Float64Array.from({ length: LANE }, (_, sum) => Math.exp((sum - LANE / 2) * STEP));

/** Adds the weights of a row to the sums of the places around. */
function addRow(rows: GramTable['rows'], row: number, sums: Float64Array, first: number): void {
  for (let next = 0; next < AROUND; next += 1) sums[first + next] = (sums[first + next] ?? 0) + (rows[row + next] ?? 0);
}

/** The investor and the project are told from this likelihood on, measured on messages that had not been learned from. */
const PRESENT = { company: 0.3, project: 0.12 };
/** Who says that it is a lead, and how big, names them more often than not; without any figure it may be an answer of another kind. */
const OF_A_LEAD = { company: 0.15, project: 0.03 };
const OF_NO_SIZE = { company: 0.5, project: 0.12 };

/** 甲、乙 and 甲与乙: what stands between joint investors. */
const JOINED = /^(?:、|和|与|及|以及|[，,]?(?:联合|携手|会同))$/;

/** What a text calls its investor (joint ones joined with 、) and its project, as written; null where it names none. */
export interface Names {
  readonly company: string | null;
  readonly project: string | null;
  /** How likely the text names one, 0–1. */
  readonly present: { readonly company: number; readonly project: number };
}

/** Signs that end a text's clause are no part of a name. */
const OUTER = /^[\s，,。；;：:、.\-—）)”"》]+|[\s，,。；;：:、.\-—（(“"《]+$/g;

/**
 * Finds the investor and the project by the likeliest spans; what a form's label says is believed first. Pure; linear.
 */
export function readNames({ plain, text, chatty, lead, amounts, lands }: Prepared): Names {
  const labels = labelledNames(plain);
  const sized = amounts.length > 0 || lands.length > 0;
  const least = lead ? (sized ? OF_A_LEAD : OF_NO_SIZE) : PRESENT;
  const [company, project] = weighNames(plain.replace(DATELINE, blanks), chatty);
  const written = (start: number, end: number) => text.slice(start, end).replace(OUTER, '') || null;
  const work = project && project.present >= least.project ? project.spans[0] : undefined;
  const works = labels.project ? written(...labels.project) : work ? bare(written(work.start, work.end)) : null;
  const spans = company && company.present >= least.company ? joint(company, plain) : [];
  const names = spans.map((span) => whole(span, plain)).flatMap(({ start, end }) => written(start, end) ?? []);
  const present = { company: company?.present ?? 0, project: project?.present ?? 0 };
  const firm = works !== null && (isFirm(works) || (names.includes(works) && present.company > present.project));
  const investors = distinct(names).filter((name) => isOwn(name) && (firm || name !== works));
  return {
    present,
    company: labels.company ? written(...labels.company) : investors.join('、') || null,
    project: firm ? null : works,
  };
}

/** 新华社合肥5月8日电（记者 张明）: who reports it. */
const DATELINE =
  /^[（(]?(?:[\u4e00-\u9fff]{2,8}(?:社|网|报|讯)|[\u4e00-\u9fff]{0,8}(?=\d))[\u4e00-\u9fff]{0,6}(?:\d{1,2}月)?\d{1,2}日(?:电|讯|消息)[）)]?|^[（(](?:记者|通讯员)[^）)]{1,20}[）)]|(?<=[电讯])[（(](?:记者|通讯员)[^）)]{1,20}[）)]/;
const blanks = (words: string): string => ' '.repeat(words.length);

/** Anybody, or the people of a place: 客商, 广东老板, 该公司. */
const ANYBODY =
  /(?:客商|老板|商人|厂家|厂商|[外港台侨][商企资]|企业|企业家|公司|集团|商会|协会|业主|客户|朋友|老乡|同学|领导|书记|[县市区镇局]长|政府|管委会)$/;

/** Whether a name has characters of its own, which are no place's. */
function isOwn(name: string): boolean {
  const own = name.replace(ANYBODY, '');
  return own === name || (own.length > 1 && placesBefore(signsOf(own)[1], own.length) > 0);
}

/** Nothing that is built is called a company. */
const isFirm = (name: string): boolean => /(?:公司|集团|株式会社)$/.test(name);

/** 做轮毂, 上马了二期项目, 嘉里 物流园, 一个亿建厂: what stands before the works is no part of their name. */
const BEFORE_WORKS =
  /^(?:的|[\u4e00-\u9fff]?了|[做搞](?=..)|[\u4e00-\u9fff]{2,4}\s+(?=\S{3,}$)|[\d.一两三四五六七八九十百千半]*个?[亿万]元?[建上做投搞]?)|的$/g;
const bare = (name: string | null): string | null => {
  const own = name?.replace(BEFORE_WORKS, '') ?? '';
  return own.length > 1 ? own : null;
};

/** A registered name begins with its place: 佛山海纳新材料有限公司. */
function whole(span: Span, plain: string): Span {
  if (!/有限(?:责任)?公司$/.test(plain.slice(span.start, span.end))) return span;
  const head = plain.slice(0, span.start);
  const start = placesBefore(signsOf(head)[1], head.length);
  return { ...span, start };
}

/** The likeliest span with those that are joined to it, in the order of the text. */
function joint({ spans }: Spans, plain: string): Spans['spans'] {
  const [best] = spans;
  if (!best) return [];
  const ordered = [...spans].sort((one, other) => one.start - other.start);
  const groups = ordered.reduce<(typeof ordered)[]>((found, span) => {
    const last = found.at(-1)?.at(-1);
    if (last && JOINED.test(plain.slice(last.end, span.start))) found.at(-1)?.push(span);
    else found.push([span]);
    return found;
  }, []);
  return groups.find((group) => group.includes(best)) ?? [best];
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

/** Reads weights as {@link writeNameWeights} wrote them. */
export function readNameWeights(kept: KeptWeights): NameWeights {
  const bytes = inflateSync(Buffer.from(kept.grams, 'base64'));
  const grams = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + kept.count * 4));
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + kept.count * 4);
  const each = NAMED.length * 2;
  const rows = new Float64Array((kept.count + 1) * AROUND);
  for (let at = 0; at < kept.count * AROUND; at += 1)
    rows[at + AROUND] = packed(weights.subarray(at * each, (at + 1) * each));
  return { table: gramTable(grams, rows, AROUND), anywhere: kept.anywhere, moves: kept.moves };
}

/** Weights as a file keeps them: `count` grams of four bytes and as many rows of signed bytes, deflated, in base64. */
export interface KeptWeights {
  readonly moves: readonly (readonly number[])[];
  readonly anywhere: { readonly chat: readonly number[]; readonly news: readonly number[] };
  readonly count: number;
  readonly grams: string;
}

const LEARNED = readNameWeights(NAME_WEIGHTS);
