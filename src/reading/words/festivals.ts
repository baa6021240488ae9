/** A festival: by the lunar calendar, by the solar one, or 清明, which moves between 4 and 6 April. */
export type Festival =
  | { readonly lunar: readonly [month: number, day: number] }
  | { readonly solar: readonly [month: number, day: number] }
  | { readonly term: '清明' };

/** Festivals by what people call them; names that are also plain words ("十一") only count before 前, 后, 期间 and the like. */
export const FESTIVALS: Readonly<Record<string, Festival>> = {
  元旦: { solar: [1, 1] },
  腊八: { lunar: [12, 8] },
  除夕: { lunar: [1, 1] },
  春节: { lunar: [1, 1] },
  过年: { lunar: [1, 1] },
  大年初一: { lunar: [1, 1] },
  元宵: { lunar: [1, 15] },
  清明: { term: '清明' },
  五一: { solar: [5, 1] },
  劳动节: { solar: [5, 1] },
  六一: { solar: [6, 1] },
  端午: { lunar: [5, 5] },
  七一: { solar: [7, 1] },
  八一: { solar: [8, 1] },
  七夕: { lunar: [7, 7] },
  中秋: { lunar: [8, 15] },
  十一: { solar: [10, 1] },
  国庆: { solar: [10, 1] },
  重阳: { lunar: [9, 9] },
};

/** Names that are also numerals or other words. */
export const AMBIGUOUS: ReadonlySet<string> = new Set(['五一', '六一', '七一', '八一', '十一', '过年', '清明']);
