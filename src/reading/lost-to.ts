const WENT =
  /(?:(?:去|落)(?:了|到|户|在|向|往)*|(?:选择|选|转投|转|签)(?:了|到|在|给|向)+|流向|输给了?|去向[是为：:]?)(?!哪)([\u4e00-\u9fffA-Za-z]{2,14}?)(?=落户|建厂|投资|签约|开工|那边|了|[，,。；;（(\s]|$)/;
const TAKEN = /(?:被|让|给)([\u4e00-\u9fffA-Za-z]{2,14}?)(?:抢|挖|拉|签|引|截|撬|要)(?:走|去|到|了|下)/;
const NO_PLACE = /^(?:外地|别处|其他|别的|市场|投资方|哪里|资金|政策)/;

/** The place or rival that a lost project went to, as the words say it; null where they do not. */
export function readLostTo(words: string): string | null {
  const text = words.replace(/落户外地[：:，,\s]*/g, '');
  const place = (TAKEN.exec(text) ?? WENT.exec(text))?.[1] ?? null;
  return place === null || NO_PLACE.test(place) ? null : place;
}
