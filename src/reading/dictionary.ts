const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a text as the platform's Chinese dictionary parts them, with their places. Characters it does not know stand alone. */
export const wordsOf = (text: string): Iterable<{ readonly segment: string; readonly index: number }> =>
  SEGMENTER.segment(text);

/** Whether two or three Chinese characters are one word of the dictionary (修正, 定点, 近期), so that they are hardly a firm's name. */
export const isOrdinaryWord = (text: string): boolean =>
  text.length < 4 && /^[\u4e00-\u9fff]{2,3}$/.test(text) && SEGMENTER.segment(text).containing(0)?.segment === text;
