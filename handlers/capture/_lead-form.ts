import type { Context } from '../../src/commands/context.ts';
import { amount, choice, foreign, rest, words } from '../../src/commands/slots.ts';
import { type Amount, amount as amountOf, area, foreignAmount } from '../../src/domain/money/decimal.ts';
import { isCreditCode } from '../../src/domain/project/credit-code.ts';
import type { LeadDraft } from '../../src/domain/project/lead.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readAmounts } from '../../src/reading/amount.ts';
import { foldWidth } from '../../src/reading/clean.ts';
import { readLands } from '../../src/reading/land.ts';
import { readPhones } from '../../src/reading/phone.ts';
import { SOURCE_METHODS } from '../../src/reading/source.ts';
import { CURRENCIES } from '../../src/reading/words/currencies.ts';

/** The facts of a lead that a form asks for, in its order. */
export const factSlots = {
  investor: words('投资方'),
  investment: words('总投资', '如 12亿元、约5000万、20-25亿元'),
  industry: words('产业', '产业链或行业'),
  land: words('用地', '如 200亩'),
  contactName: words('联系人'),
  contactMobile: words('联系电话'),
  investorRegion: words('来自', '投资方所在地'),
  sourceMethod: choice('招商方式', Object.fromEntries(SOURCE_METHODS.map((method) => [method, method])), {
    optional: true,
  }),
  referrer: words('引荐人'),
  nextStep: words('下一步'),
  fixedAssetsPlan: amount('固投计划', { optional: true }),
  foreignPlan: foreign('外资', { optional: true }),
  jobs: words('就业', '如 300人'),
  output: amount('年产值', { optional: true }),
  tax: amount('年税收', { optional: true }),
  creditCode: words('信用代码', '18 位'),
} as const;

/** The same for a lead that is not on record yet. */
export const leadSlots = { name: words('项目'), ...factSlots, said: rest('原文', { optional: true }) } as const;

type Fact = keyof typeof factSlots | 'name';
/** What was filled in: the slots' values by their names. */
export type Filled = { readonly [Name in Fact | 'said']?: string | undefined };
/** The facts of a draft or of a project: what a form is opened with. */
export type Facts = { readonly [Name in keyof Omit<LeadDraft, 'text' | 'stage'>]?: LeadDraft[Name] };

/** Facts as a person would type them; they read as the same again. */
export function factTexts(facts: Facts): Readonly<Record<Fact, string | undefined>> {
  const { fixedAssetsPlan, output, tax, foreignPlan, sourceMethod } = facts;
  return {
    name: facts.name ?? undefined,
    investor: facts.investor ?? undefined,
    investment: investmentText(facts),
    industry: facts.chain ?? facts.industry ?? undefined,
    land: facts.land ? `${facts.land}亩` : undefined,
    contactName: facts.contactName ?? undefined,
    contactMobile: facts.contactMobile ?? undefined,
    investorRegion: facts.investorRegion ?? undefined,
    sourceMethod: sourceMethod && SOURCE_METHODS.includes(sourceMethod) ? sourceMethod : undefined,
    referrer: facts.referrer ?? undefined,
    nextStep: facts.nextStep ?? undefined,
    fixedAssetsPlan: fixedAssetsPlan ? typed(fixedAssetsPlan) : undefined,
    foreignPlan: foreignPlan ? `${foreignPlan}万美元` : undefined,
    jobs: typeof facts.jobs === 'number' ? `${facts.jobs}人` : undefined,
    output: output ? typed(output) : undefined,
    tax: tax ? typed(tax) : undefined,
    creditCode: facts.creditCode ?? undefined,
  };
}

/** Money as it is typed, exact. */
const typed = (wan: Amount): string => (/^\d+0000$/.test(wan) ? `${wan.slice(0, -4)}亿元` : `${wan}万元`);

function investmentText({ investment, investmentMax, approximate, otherCurrency }: Facts): string | undefined {
  if (otherCurrency && !investment) return `${otherCurrency.amount}万${currencyName(otherCurrency.currency)}`;
  if (!investment) return undefined;
  return `${approximate ? '约' : ''}${typed(investment)}${investmentMax ? `-${typed(investmentMax)}` : ''}`;
}

const currencyName = (code: string): string =>
  Object.keys(CURRENCIES).find((word) => CURRENCIES[word] === code && /[一-龥]元?$/.test(word)) ?? code;

/** The facts that differ from those the form was opened with: null where a field was emptied. Refusal "form.unread". */
export function changedFacts(before: Facts, filled: Filled, context: Context): Facts {
  const was = factTexts(before);
  const read: Partial<Record<string, unknown>> = {};
  for (const name of Object.keys(was) as Fact[]) {
    const now = filled[name];
    if (isSame(name, now, was[name], before)) continue;
    Object.assign(read, now === undefined ? emptied(name) : READ[name](now, context));
  }
  return read as Facts;
}

/** Money is compared as a figure, all else as it was typed. */
function isSame(name: Fact, now: string | undefined, was: string | undefined, before: Facts): boolean {
  if (now === was) return true;
  const figures: readonly string[] = ['fixedAssetsPlan', 'foreignPlan', 'output', 'tax'];
  return figures.includes(name) && now !== undefined && now === before[name];
}

function emptied(name: Fact): Facts {
  if (name === 'investment') return { investment: null, investmentMax: null, approximate: false, otherCurrency: null };
  return name === 'industry' ? { chain: null, industry: null } : { [name]: null };
}

const asIs = (name: Fact) => (text: string) => ({ [name]: text });

const READ: Readonly<Record<Fact, (text: string, context: Context) => Facts>> = {
  name: asIs('name'),
  investor: asIs('investor'),
  investment: readInvestment,
  industry: (text, { vocabulary }) => {
    const chain = vocabulary.chains.find(({ name, keywords }) => name === text || keywords.includes(text));
    return { chain: chain?.name ?? null, industry: chain?.name === text ? null : text };
  },
  land: readLand,
  contactName: asIs('contactName'),
  contactMobile: (text) => {
    const [phone, other] = readPhones(text);
    if (!phone || other) throw unread('contactMobile', text);
    return { contactMobile: phone.digits };
  },
  investorRegion: asIs('investorRegion'),
  sourceMethod: asIs('sourceMethod'),
  referrer: asIs('referrer'),
  nextStep: asIs('nextStep'),
  fixedAssetsPlan: (wan) => ({ fixedAssetsPlan: amountOf(wan) }),
  foreignPlan: (wan) => ({ foreignPlan: foreignAmount(wan) }),
  jobs: (text) => {
    const count = /^[约近]?(\d{1,6})\s*(?:余|多)?人?$/.exec(foldWidth(text))?.[1];
    if (!count) throw unread('jobs', text);
    return { jobs: Number(count) };
  },
  output: (wan) => ({ output: amountOf(wan) }),
  tax: (wan) => ({ tax: amountOf(wan) }),
  creditCode: (text) => {
    const code = foldWidth(text).toUpperCase();
    if (!isCreditCode(code)) throw unread('creditCode', text);
    return { creditCode: code };
  },
};

function readInvestment(text: string): Facts {
  const [span, other] = readAmounts(text);
  if (!span || other || span.malformed || span.negative || span.tooLarge || span.wan === '0')
    throw unread('investment', text);
  const left = text.slice(0, span.start) + text.slice(span.end);
  if (!/^[\s约近超余多左右上下人民币总计投资]*$/.test(left)) throw unread('investment', text);
  if (span.currency === 'USD') return { foreignPlan: foreignAmount(span.wan) };
  if (span.currency !== 'CNY')
    return { investment: null, investmentMax: null, otherCurrency: { amount: span.wan, currency: span.currency } };
  return {
    investment: amountOf(span.wan),
    investmentMax: span.maxWan === undefined ? null : amountOf(span.maxWan),
    approximate: span.approximate || /[约近余多左右上下超]/.test(left),
    otherCurrency: null,
  };
}

function readLand(text: string): Facts {
  const plain = foldWidth(text).trim();
  const [span, other] = readLands(/^[\d.]+$/.test(plain) ? `${plain}亩` : plain);
  if (!span || other) throw unread('land', text);
  return { land: area(span.mu) };
}

const unread = (field: keyof typeof factSlots, text: string): Refusal =>
  new Refusal('form.unread', { label: factSlots[field].label, text: text.slice(0, 40), field });
