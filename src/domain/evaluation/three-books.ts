import { type Decimal, decimal, exact, round } from '../money/decimal.ts';
import type { Exact } from '../money/exact.ts';

/** What the three books look at. Money in 万元, land in 亩; null: not known. */
export interface BookFacts {
  readonly chain: string | null;
  readonly investment: Decimal | null;
  readonly land: Decimal | null;
  readonly jobs: number | null;
  /** Expected a year. */
  readonly output: Decimal | null;
  /** Expected a year. */
  readonly tax: Decimal | null;
}

/** What an org asks for, as decimal texts. */
export interface BookThresholds {
  /** Main chains; empty: any chain will do. */
  readonly mainChains: readonly string[];
  /** Tax a year per 亩, 万元. */
  readonly taxPerMu: string;
  /** Tax a year per 亿元 of output, 万元. */
  readonly taxPerOutput: string;
  /** Investment per 亩, 万元. */
  readonly investmentPerMu: string;
  readonly jobs: string;
  /** Jobs per 亩. */
  readonly jobsPerMu: string;
}

/** A figure of a book beside what is asked for. `value` null: something it needs is missing. */
export interface BookFigure {
  readonly name: string;
  readonly unit: string;
  readonly value: string | null;
  readonly wanted: string;
  readonly passed: boolean | null;
}

/** One of the three books: passed, failed, or open while a figure is missing. */
export interface Book {
  readonly name: '产业账' | '税收账' | '就业账';
  readonly passed: boolean | null;
  readonly figures: readonly BookFigure[];
}

/** 理想项目 (three), 好项目 (two), 可洽谈 (one), 不予引进 (none, or a veto); domain.md section 2. */
export type Verdict = '理想项目' | '好项目' | '可洽谈' | '不予引进';

/** The verdict with everything it rests on. */
export interface Evaluation {
  readonly books: readonly Book[];
  readonly passes: number;
  readonly veto: string | null;
  readonly verdict: Verdict;
  /** Facts that are not known, in words; the client's "不提供" takes them off this list and counts as not passed. */
  readonly missing: readonly string[];
}

const FACT_NAMES: Readonly<Record<keyof BookFacts, string>> = {
  chain: '产业链',
  investment: '总投资',
  land: '用地',
  jobs: '用工',
  output: '年产值',
  tax: '年税收',
};

/** The words of {@link FACT_NAMES}, for readers of "税收不提供". */
export const BOOK_FACTS = Object.entries(FACT_NAMES) as readonly (readonly [keyof BookFacts, string])[];

const VERDICTS: readonly Verdict[] = ['不予引进', '可洽谈', '好项目', '理想项目'];

/** Weighs a project. `declined`: facts that the client will not give. Pure. */
export function weigh(
  facts: BookFacts,
  thresholds: BookThresholds,
  { declined, veto }: { readonly declined: ReadonlySet<keyof BookFacts>; readonly veto: string | null },
): Evaluation {
  const books: Book[] = [industryBook(facts, thresholds), taxBook(facts, thresholds), jobsBook(facts, thresholds)];
  const missing = BOOK_FACTS.filter(([fact]) => facts[fact] === null && !declined.has(fact)).map(([, name]) => name);
  const passes = books.filter(({ passed }) => passed === true).length;
  return { books, passes, veto, verdict: veto ? '不予引进' : (VERDICTS[passes] ?? '不予引进'), missing };
}

function industryBook({ chain }: BookFacts, { mainChains }: BookThresholds): Book {
  const passed = chain === null ? null : mainChains.length === 0 || mainChains.includes(chain);
  const wanted = mainChains.length === 0 ? '主导产业链' : mainChains.join('、');
  return { name: '产业账', passed, figures: [{ name: '产业链', unit: '', value: chain, wanted, passed }] };
}

function taxBook({ tax, land, output, investment }: BookFacts, wanted: BookThresholds): Book {
  return bookOf('税收账', [
    figure('亩均税收', '万元/亩', ratio(tax, land), wanted.taxPerMu),
    figure('亿元产值税收', '万元/亿元', ratio(tax, output)?.mul(10_000) ?? null, wanted.taxPerOutput),
    figure('投资强度', '万元/亩', ratio(investment, land), wanted.investmentPerMu),
  ]);
}

function jobsBook({ jobs, land }: BookFacts, wanted: BookThresholds): Book {
  const count = jobs === null ? null : decimal(jobs);
  const figures = [
    figure('用工', '人', count === null ? null : exact(count), wanted.jobs),
    figure('亩均用工', '人/亩', ratio(count, land), wanted.jobsPerMu),
  ];
  const passed = figures.some((one) => one.passed) ? true : figures.some((one) => one.passed === null) ? null : false;
  return { name: '就业账', passed, figures };
}

const bookOf = (name: Book['name'], figures: readonly BookFigure[]): Book => ({
  name,
  figures,
  passed: figures.some((one) => one.passed === false)
    ? false
    : figures.some((one) => one.passed === null)
      ? null
      : true,
});

/** Weighed exactly, shown to two places. */
const figure = (name: string, unit: string, value: Exact | null, wanted: string): BookFigure => ({
  name,
  unit,
  value: value === null ? null : decimal(round(value, 2)),
  wanted,
  passed: value === null ? null : value.compare(exact(decimal(wanted))) >= 0,
});

/** Null without both, or when divided by nothing. */
const ratio = (over: Decimal | null, under: Decimal | null): Exact | null =>
  over === null || under === null || under === '0' ? null : exact(over).div(exact(under));
