import type { CaptureFields } from '../../src/reading/gold.ts';
import { FIELDS, isRight } from './match.ts';

/** One labelled message. */
export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly ref_date: string;
  readonly kind: string;
  readonly gold: CaptureFields;
  readonly alt?: Readonly<Record<string, readonly unknown[]>>;
  readonly skip?: readonly string[];
  /** Of the own set: `open` may be looked at while rules are written, `blind` is only scored. */
  readonly slice?: 'open' | 'blind';
}

/** Right, wrong and missed. */
export interface Tally {
  tp: number;
  fp: number;
  fn: number;
}

/** The figures of one run. */
export interface Score {
  readonly items: number;
  readonly kindAccuracy: number;
  readonly fields: Readonly<Record<string, Tally>>;
  readonly micro: Tally;
}

const empty = (): Tally => ({ tp: 0, fp: 0, fn: 0 });
const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Scores predictions by id: for each field right → tp; a value where there is none → fp; none where there is one → fn. */
export function score(
  labelled: readonly Labelled[],
  predictions: ReadonlyMap<string, { readonly kind: string } & CaptureFields>,
): Score {
  const fields = Object.fromEntries(FIELDS.map((field) => [field, empty()]));
  let right = 0;
  for (const item of labelled) {
    const said = predictions.get(item.id);
    if (said?.kind === item.kind) right += 1;
    for (const field of FIELDS) {
      const tally = fields[field];
      if (tally && !item.skip?.includes(field)) count(tally, field, said?.[field], item);
    }
  }
  const micro = Object.values(fields).reduce(
    (sum, each) => ({ tp: sum.tp + each.tp, fp: sum.fp + each.fp, fn: sum.fn + each.fn }),
    empty(),
  );
  return { items: labelled.length, kindAccuracy: right / labelled.length, fields, micro };
}

function count(tally: Tally, field: keyof CaptureFields, said: unknown, item: Labelled): void {
  const wanted = item.gold[field];
  if (isBlank(wanted)) {
    if (!isBlank(said)) tally.fp += 1;
  } else if (isBlank(said)) {
    tally.fn += 1;
  } else if (isRight(field, said, wanted, item.alt?.[field] ?? [])) {
    tally.tp += 1;
  } else {
    tally.fp += 1;
    tally.fn += 1;
  }
}

/** Precision, 1 where nothing was said. */
export const precision = ({ tp, fp }: Tally): number => (tp + fp === 0 ? 1 : tp / (tp + fp));
/** The harmonic mean of precision and recall. */
export const f1 = ({ tp, fp, fn }: Tally): number => (tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn));

/** The table that is printed. */
export function table(name: string, result: Score): string {
  const percent = (value: number) => (100 * value).toFixed(1).padStart(6);
  const row = (label: string, tally: Tally) =>
    `${label.padEnd(20)} P ${percent(precision(tally))}  R ${percent(precision({ ...tally, fp: tally.fn }))}  F1 ${percent(f1(tally))}   tp ${tally.tp} fp ${tally.fp} fn ${tally.fn}`;
  return [
    `${name}: ${result.items} messages`,
    ...Object.entries(result.fields).map(([field, tally]) => row(field, tally)),
    row('all fields (micro)', result.micro),
    `kind accuracy        ${percent(result.kindAccuracy)}`,
  ].join('\n');
}
