import type { CalendarDate } from '../calendar/date.ts';

/** How far a firm that is knocked at has come. */
export const FIRM_STATES = ['未接触', '已联系', '已拜访', '来考察', '已转线索', '放弃'] as const;

/** How far a firm has come. */
export type FirmState = (typeof FIRM_STATES)[number];

/** Lists that firms stand on (2-07, 4-20): the words that offices write, by what they are called here. */
const RANKS: readonly (readonly [rank: string, sign: RegExp])[] = [
  ['世界500强', /世界\s?500\s?强/],
  ['中国500强', /(?:中国|国内|全国)\s?500\s?强/],
  ['民企500强', /民(?:营|企)(?:企业)?\s?500\s?强/],
  ['行业50强', /行业\s?(?:前\s?)?(?:50|五十|100|百)\s?强?/],
  ['隐形冠军', /隐形冠军|单项冠军/],
  ['专精特新', /专精特新|小巨人/],
  ['独角兽', /独角兽/],
  ['上市公司', /上市/],
  ['央企', /央企|中央企业/],
  ['外企', /外企|外资企业/],
];

/** The lists that a text names, in order of weight. */
export const ranksIn = (text: string): readonly string[] =>
  RANKS.flatMap(([rank, sign]) => (sign.test(text) ? [rank] : []));

/** A text without the names of lists. */
export const withoutRanks = (text: string): string => RANKS.reduce((left, [, sign]) => left.replace(sign, ' '), text);

/** A firm that we want (目标企业): which list it stands on, where in which chain it fits, who knocks, and its own plan (一企一策). */
export interface TargetFirm {
  readonly id: number;
  readonly name: string;
  readonly ranks: readonly string[];
  readonly chain: string | null;
  readonly node: string | null;
  readonly region: string | null;
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly keeper: string;
  readonly state: FirmState;
  readonly touchedOn: CalendarDate | null;
  readonly lastWords: string | null;
  readonly plan: string | null;
  readonly projectId: number | null;
}

/** How many firms stand where, in the order of the states; states without any are left out. */
export const countStates = (
  firms: readonly Pick<TargetFirm, 'state'>[],
): readonly { readonly state: FirmState; readonly count: number }[] =>
  FIRM_STATES.map((state) => ({ state, count: firms.filter((firm) => firm.state === state).length })).filter(
    ({ count }) => count > 0,
  );
