import { INDUSTRIES } from './words/industries.ts';

const WORDS = INDUSTRIES.map(([industry, words]) => ({ industry, pattern: new RegExp(words, 'g') }));

/** The industry (one of nineteen) whose words speak loudest: those of the project count three times. Null where none does. */
export function readIndustry(plain: string, project: string | null): string | null {
  let best: { industry: string; weight: number } | null = null;
  for (const { industry, pattern } of WORDS) {
    const weight = weigh(project ?? '', pattern) * 3 + weigh(plain.slice(0, 1000), pattern);
    if (weight > 0 && (!best || weight > best.weight)) best = { industry, weight };
  }
  return best?.industry ?? null;
}

/** Longer words are more telling than short ones; a word said twice counts a little more. */
function weigh(text: string, pattern: RegExp): number {
  if (text === '') return 0;
  const seen = new Map<string, number>();
  for (const [word] of text.matchAll(pattern)) seen.set(word, (seen.get(word) ?? 0) + 1);
  let weight = 0;
  for (const [word, times] of seen) weight += Math.min(word.length, 5) * (1 + Math.min(times - 1, 2) * 0.25);
  return weight;
}
