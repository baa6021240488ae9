import { type GramTable, gramIndex, numberOf } from './gram-table.ts';
import { eachGram } from './grams.ts';
import { type KeptRows, keptRows } from './kept-rows.ts';
import { MESSAGE_WEIGHTS } from './words/message-weights.ts';

/** The kinds in the order of their weights. */
export const KINDS = ['lead', 'stage', 'funds', 'activity', 'problem', 'task', 'none'] as const;

/** What a message is about. */
export type Kind = (typeof KINDS)[number];

/** The stages in the order of their weights, which stand behind those of the kinds; null where none is reached. */
export const STAGES = [null, '线索', '在谈', '签约', '落地', '开工', '投产'] as const;

/** How likely each kind is, all together 1; and the likeliest stage, should a project be told of. */
export interface MessageWeighed {
  readonly kinds: Record<Kind, number>;
  readonly stage: { readonly stage: string | null; readonly likely: number };
}

/** What a long text says at its beginning tells what it is. */
const WEIGHED = 400;
/** Weights are kept in fortieths. */
export const STEP = 0.025;
/** Weights of a gram. */
export const WIDTH = KINDS.length + STAGES.length;
/** The gram that speaks in every text. */
export const ALWAYS = 0;

/** What the characters of a text and their pairs say of it, to be gone on with by the signs of its facts. */
export interface TextWeighed {
  readonly sums: number[];
  /** A bit for each row of the table that has spoken. */
  readonly seen: Int32Array;
}

/** Adds up what the characters of a text and their pairs say. */
export function weighText(plain: string, table: GramTable = LEARNED): TextWeighed {
  const text = { sums: NO_SUMS.slice(), seen: new Int32Array(((table.rows.length / WIDTH) >> 5) + 1) };
  hear(text, ALWAYS, table);
  eachGram(plain.slice(0, WEIGHED), (gram) => hear(text, gram, table));
  return text;
}

const NO_SUMS: readonly number[] = Array.from({ length: WIDTH }, () => 0);

/** Each gram speaks once. */
function hear({ sums, seen }: TextWeighed, gram: number, table: GramTable): void {
  const row = numberOf(table, gram);
  if (row === 0) return;
  const before = seen[row >> 5] ?? 0;
  const bit = 1 << (row & 31);
  if ((before & bit) !== 0) return;
  seen[row >> 5] = before | bit;
  const { rows } = table;
  for (let one = 0; one < WIDTH; one += 1) sums[one] = (sums[one] ?? 0) + (rows[row * WIDTH + one] ?? 0);
}

/** How likely a text is none of the rest by its characters alone. */
export const likelyNone = ({ sums }: TextWeighed): number => shares(sums, 0, KINDS.length)[KINDS.length - 1] ?? 0;

/**
 * What a message is by its characters, their pairs and the signs of its facts: two multinomial logistic regressions (softmax)
 * over the same grams, their weights learned from the labelled messages in `test/fixtures/capture` by `npm run train`.
 */
export function weighMessage(
  text: TextWeighed,
  facts: readonly number[] = [],
  table: GramTable = LEARNED,
): MessageWeighed {
  for (const fact of facts) hear(text, fact, table);
  const [lead = 0, stage = 0, funds = 0, activity = 0, problem = 0, task = 0, none = 0] = shares(
    text.sums,
    0,
    KINDS.length,
  );
  const stages = shares(text.sums, KINDS.length, WIDTH);
  const likely = Math.max(...stages);
  return {
    kinds: { lead, stage, funds, activity, problem, task, none },
    stage: { stage: STAGES[stages.indexOf(likely)] ?? null, likely },
  };
}

/** The sums of weights from one place to another as shares of 1. */
function shares(sums: readonly number[], from: number, to: number): readonly number[] {
  const own = sums.slice(from, to);
  const top = Math.max(...own);
  const powers = own.map((sum) => Math.exp((sum - top) * STEP));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Makes kept weights ready to be looked up. */
export function messageTable(kept: KeptRows): GramTable {
  const { grams, weights } = keptRows(kept);
  const rows = new Int16Array(weights.length + WIDTH);
  rows.set(weights, WIDTH);
  return { ...gramIndex(grams), rows };
}

const LEARNED = messageTable(MESSAGE_WEIGHTS);
