import { allWords, firstWord, lexicon } from './lexicon.ts';
import { FIRM_INDUSTRIES } from './words/firm-industries.ts';
import { INDUSTRIES, NO_INDUSTRY } from './words/industries.ts';

const split = (words: string, industry: string | null): (readonly [string, string | null])[] =>
  words.split(' ').map((word) => [word, industry] as const);

/** Every word that speaks for an industry, and those that only look so (null). */
const WORDS = lexicon([...split(NO_INDUSTRY, null), ...INDUSTRIES.flatMap(([name, words]) => split(words, name))]);

const FIRMS = lexicon(FIRM_INDUSTRIES.flatMap(([name, firms]) => split(firms, name)));

/**
 * The industry (one of nineteen) whose words speak loudest: those of the project count three times,
 * and the first named wins a tie. Null where none does.
 */
export function readIndustry(plain: string, project: string | null): string | null {
  const weights = new Map<string, number>();
  if (project !== null) weigh(project, 3, weights);
  weigh(plain.slice(0, 1000), 1, weights);
  let best: { industry: string; weight: number } | null = null;
  for (const [industry, weight] of weights) {
    if (!best || weight > best.weight) best = { industry, weight };
  }
  return best?.industry ?? byFirm(plain);
}

/** By the first known firm of the text. */
const byFirm = (plain: string): string | null => firstWord(FIRMS, plain)?.value ?? null;

/** Longer words are more telling than short ones; a word said twice counts a little more. */
function weigh(text: string, times: number, weights: Map<string, number>): void {
  const seen = new Map<string, number>();
  for (const { start, end, value } of allWords(WORDS, text)) {
    if (value === null) continue;
    const word = text.slice(start, end);
    const before = seen.get(word) ?? 0;
    seen.set(word, before + 1);
    if (before > 2) continue;
    weights.set(value, (weights.get(value) ?? 0) + times * Math.min(word.length, 5) * (before === 0 ? 1 : 0.25));
  }
}
