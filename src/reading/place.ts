import { exact, round } from '../domain/money/decimal.ts';
import { PLACE_KINDS, type PlaceFacts, type PlaceKind } from '../domain/place/place.ts';
import { type Fields, itemsOf, readFields } from './fields.ts';
import { type LandSpan, readLands } from './land.ts';
import { readNumbers } from './number.ts';

/** A place as told; absent facts are not there. Its park is words, not yet a unit. */
export interface PlaceReading extends Omit<PlaceFacts, 'unitId'> {
  /** The park or township, as said. */
  readonly park?: string | undefined;
}

const LABELS = {
  name: ['名称'],
  kind: ['类型', '类别'],
  park: ['园区', '属地', '位于', '所属'],
  price: ['价格', '地价', '租金'],
  chains: ['产业', '产业链', '主导产业'],
  terms: ['条件', '配套', '政策'],
} as const;
/** Words that only say what the figure behind them is. */
const SIZE_WORDS = /(?:空闲|可用|可供|占地|用地|土地|面积|厂房|建筑)*(?:面积)?[\s:：约为]*$/;

/** What a line says of a place: its name, land in 亩, plant in 平方米, and what stands behind labels. Pure. */
export function readPlace(text: string): PlaceReading {
  const spans = readLands(text).filter(({ start }) => !/(?:价格|地价|租金)[^，,；;]*$/.test(text.slice(0, start)));
  const land = spans.find(({ unit }) => unit !== '平方米');
  const plant = spans.find(({ unit }) => unit === '平方米');
  const { head, fields } = readFields(without(text, spans), LABELS);
  return {
    name: fields.name ?? (head || undefined),
    kind: kindIn(`${fields.kind ?? ''} ${head}`),
    land: land?.mu,
    plant: plant && squareMetres(plant),
    price: fields.price,
    chains: listed(fields, 'chains'),
    terms: listed(fields, 'terms'),
    park: fields.park,
  };
}

const listed = (fields: Fields<keyof typeof LABELS>['fields'], name: 'chains' | 'terms') =>
  fields[name] === undefined ? undefined : itemsOf(fields[name]);

const kindIn = (words: string): PlaceKind | undefined =>
  /闲置|存量|盘活/.test(words) ? '存量' : PLACE_KINDS.find((kind) => words.includes(kind));

function without(text: string, spans: readonly LandSpan[]): string {
  let rest = text;
  for (const { start, end } of [...spans].reverse()) {
    const before = rest.slice(0, start).replace(SIZE_WORDS, '');
    rest = `${before} ${rest.slice(end)}`;
  }
  return rest;
}

function squareMetres({ text }: LandSpan): number {
  const [number] = readNumbers(text);
  return number ? Number(round(exact(number.low), 0)) : 0;
}
