import { REASONS, type Said, type Verdict } from '../domain/feedback.ts';

const FORMS: readonly (readonly [RegExp, Verdict])[] = [
  [/^(?:收回|取消|撤回)/, 'withdrawn'],
  [/^(?:很|太|挺|非常)?(?:差|踩|不好|不对|不准|没用|不满意|错)(?:了|的|评)?/, 'bad'],
  [/^(?:很|太|挺|非常|真)?(?:好|赞|准|对|有用|满意|不错)(?:了|的|评)?/, 'good'],
];
const ANSWER = /\s*【答复 ([\w.:-]{1,80})】$/;
const LONGEST = 300;

/** "差 数字不对，少了两个单位": what was said; null when it does not say whether the answer was good. */
export function readSaid(text: string): Said | null {
  const answer = ANSWER.exec(text)?.[1] ?? null;
  const said = text.replace(ANSWER, '').trim();
  for (const [form, verdict] of FORMS) {
    const found = form.exec(said)?.[0];
    if (found === undefined) continue;
    const words = said.slice(found.length).replace(/^[\s,，。:：、]+/, '');
    const reasons = REASONS.filter((reason) => words.includes(reason));
    const own = reasons.reduce((left, reason) => left.replace(reason, ''), words).replace(/^[\s,，。:：、]+/, '');
    return { verdict, reasons, words: own.slice(0, LONGEST) || null, answer };
  }
  return null;
}
