/**
 * A linear-chain conditional random field over three states: outside, at the beginning of and inside a span. The states are
 * weighed against "outside", whose weight is 1 everywhere (Lafferty, McCallum and Pereira 2001).
 */
export interface Weighed {
  readonly length: number;
  /** For every place the weights of beginning and being inside, one behind the other. */
  readonly places: Float64Array;
  /** From each state (outside, beginning, inside) to each, as factors. From outside nobody comes inside. */
  readonly moves: readonly number[];
}

/** A span with how likely one begins there; the end is the likeliest of those that begin there. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly likely: number;
}

/** The spans of a text, the likeliest first, none over another; and how likely there is any at all. */
export interface Spans {
  readonly present: number;
  readonly spans: readonly Span[];
}

/** Spans that begin with at least this likelihood; the likeliest is always told. */
const TOLD = 0.1;
/** Where a span is less likely than this, none is looked for. */
const HARDLY = 0.01;

/** Room for the sums of a text, which may be used again when its spans are told. */
export interface Room {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly scales: Float64Array;
}

/** Room for texts up to a length. */
export const roomFor = (length: number): Room => ({
  forward: new Float64Array(length * 3),
  backward: new Float64Array(length * 3),
  scales: new Float64Array(length),
});

/** Finds the spans by the forward and backward sums, scaled at every place. Linear in the length. */
export function spansOf(field: Weighed, room = roomFor(field.length)): Spans {
  const { length, moves } = field;
  if (length === 0) return { present: 0, spans: [] };
  const forward = sumsForward(field, room);
  let nowhere = 1;
  for (let at = 0; at < length; at += 1) nowhere *= (at > 0 ? (moves[0] ?? 0) : 1) / (forward.scales[at] ?? 1);
  if (1 - nowhere < HARDLY) return { present: 1 - nowhere, spans: [] };
  const backward = sumsBackward(field, forward.scales, room);
  const starts: { start: number; likely: number }[] = [];
  let best = { start: 0, likely: 0 };
  for (let start = 0; start < length; start += 1) {
    const likely = (forward.sums[start * 3 + 1] ?? 0) * (backward[start * 3 + 1] ?? 0);
    if (likely > best.likely) best = { start, likely };
    if (likely >= TOLD) starts.push({ start, likely });
  }
  const begins = (starts.length === 0 ? [best] : starts)
    .map(({ start, likely }): Span => ({ start, likely, end: endOf(field, start, backward, forward.scales) }))
    .sort((one, other) => other.likely - one.likely);
  const spans = begins.filter((span, at) =>
    begins.slice(0, at).every((taken) => span.end <= taken.start || span.start >= taken.end),
  );
  return { present: 1 - nowhere, spans };
}

/** The forward sums of the three states at every place, each place scaled to 1, and the scales. */
export function sumsForward(
  { length, places, moves }: Weighed,
  { forward: sums, scales } = roomFor(length),
): { sums: Float64Array; scales: Float64Array } {
  const [oo = 0, ob = 0, , bo = 0, bb = 0, bi = 0, io = 0, ib = 0, ii = 0] = moves;
  let out = 1;
  let begin = 0;
  let inside = 0;
  for (let at = 0; at < length; at += 1) {
    const first = at === 0;
    const o = first ? 1 : out * oo + begin * bo + inside * io;
    const b = (first ? 1 : out * ob + begin * bb + inside * ib) * (places[at * 2] ?? 0);
    const i = first ? 0 : (begin * bi + inside * ii) * (places[at * 2 + 1] ?? 0);
    const scale = o + b + i;
    const less = 1 / scale;
    out = o * less;
    begin = b * less;
    inside = i * less;
    sums[at * 3] = out;
    sums[at * 3 + 1] = begin;
    sums[at * 3 + 2] = inside;
    scales[at] = scale;
  }
  return { sums, scales };
}

/** The backward sums, scaled as the forward ones. */
export function sumsBackward(
  { length, places, moves }: Weighed,
  scales: Float64Array,
  { backward: sums } = roomFor(length),
): Float64Array {
  const [oo = 0, ob = 0, , bo = 0, bb = 0, bi = 0, io = 0, ib = 0, ii = 0] = moves;
  let out = 1;
  let begin = 1;
  let inside = 1;
  for (let at = length - 1; at >= 0; at -= 1) {
    sums[at * 3] = out;
    sums[at * 3 + 1] = begin;
    sums[at * 3 + 2] = inside;
    const less = 1 / (scales[at] ?? 1);
    const b = begin * less * (places[at * 2] ?? 0);
    const i = inside * less * (places[at * 2 + 1] ?? 0);
    const o = out * less;
    out = oo * o + ob * b;
    begin = bo * o + bb * b + bi * i;
    inside = io * o + ib * b + ii * i;
  }
  return sums;
}

/** Where a span that begins at a place most likely ends; it has two characters at least. */
function endOf(
  { length, places, moves }: Weighed,
  start: number,
  backward: Float64Array,
  scales: Float64Array,
): number {
  const [, , , , , into = 0, leave = 0, anew = 0, on = 0] = moves;
  let weight = 1;
  let best = -1;
  let end = length;
  for (let at = start + 1; at < length && weight > 0; at += 1) {
    const first = at === start + 1;
    weight *= ((first ? into : on) * (places[at * 2 + 1] ?? 0)) / (scales[at] ?? 1);
    const next = at + 1;
    const outside = leave * (backward[next * 3] ?? 0);
    const another = anew * (backward[next * 3 + 1] ?? 0) * (places[next * 2] ?? 0);
    const closing = next === length ? 1 : (outside + another) / (scales[next] ?? 1);
    if (weight * closing <= best) continue;
    best = weight * closing;
    end = next;
  }
  return end;
}
