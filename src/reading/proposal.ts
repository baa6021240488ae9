import type { CalendarDate } from '../domain/calendar/date.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import {
  type Amount,
  type Area,
  amount,
  type Decimal,
  type ForeignAmount,
  foreignAmount,
  tryDecimal,
} from '../domain/money/decimal.ts';
import { moneyRoles } from './money-role.ts';
import { type Prepared, prepare } from './prepared.ts';
import { SOURCE_METHODS } from './source.ts';
import { INDUSTRIES } from './words/industries.ts';
import type { MoneyRole } from './words/money-cues.ts';

/** What a model says of a text, unchecked. */
export type Proposal = Readonly<Record<string, unknown>>;

/** What of it the text bears out; the rest is left away. */
export interface CheckedProposal {
  readonly company: string | null;
  readonly project: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly regionFrom: string | null;
  readonly referrer: string | null;
  readonly industry: string | null;
  readonly sourceMethod: string | null;
  readonly investment: Amount | null;
  readonly foreign: ForeignAmount | null;
  readonly output: Amount | null;
  readonly tax: Amount | null;
  readonly land: Area | null;
  readonly jobs: number | null;
}

/** The figures that the rules have placed already; a model cannot place one of them a second time. */
export interface Placed {
  readonly sums: readonly (Decimal | null)[];
}

/**
 * Checks a model's words against the text: a name must stand in it, letter for letter; a sum, an area or a head count must
 * be one that the rules find there, whose purpose the rules do not know otherwise; an industry or a method must be one of
 * the list. Never throws; whatever else is proposed is dropped.
 */
export function checkProposal(
  proposal: Proposal,
  text: string,
  against: { readonly today: CalendarDate; readonly calendar: WorkCalendar; readonly placed: Placed },
): CheckedProposal {
  const prepared = prepare(text, against.today, against.calendar);
  const name = (key: string) => nameIn(prepared.text, proposal[key]);
  const sum = (key: string, currency: 'CNY' | 'USD', roles: readonly MoneyRole[]) =>
    sumIn(prepared, proposal[key], currency, roles, against.placed);
  const home = (key: string, roles: readonly MoneyRole[]) => {
    const found = sum(key, 'CNY', roles);
    return found === null ? null : amount(found);
  };
  const dollars = sum('fdi_wan_usd', 'USD', ['bare', 'foreign', 'investment']);
  return {
    company: name('company'),
    project: name('project'),
    contactName: name('contact_name'),
    contactPhone: phoneIn(prepared, proposal.contact_phone),
    regionFrom: name('region_from'),
    referrer: name('referrer'),
    industry: oneOf(proposal.industry, INDUSTRY_NAMES),
    sourceMethod: oneOf(proposal.source_method, SOURCE_METHODS),
    investment: home('investment_wan', ['bare']),
    foreign: dollars === null ? null : foreignAmount(dollars),
    output: home('annual_output_wan', ['bare', 'output']),
    tax: home('annual_tax_wan', ['bare', 'tax']),
    land: landIn(prepared, proposal.land_mu),
    jobs: countIn(prepared, proposal.jobs),
  };
}

const INDUSTRY_NAMES: readonly string[] = [...INDUSTRIES.map(([name]) => name), '其他'];

const oneOf = (value: unknown, names: readonly string[]): string | null =>
  typeof value === 'string' && names.includes(value) ? value : null;

function nameIn(text: string, value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const name = value.trim();
  return name.length >= 2 && name.length <= 60 && /[\p{L}]/u.test(name) && text.includes(name) ? name : null;
}

const figure = (value: unknown): Decimal | null =>
  typeof value === 'number' || typeof value === 'string' ? tryDecimal(String(value)) : null;

function sumIn(
  { plain, amounts }: Prepared,
  value: unknown,
  currency: string,
  roles: readonly MoneyRole[],
  placed: Placed,
): Decimal | null {
  const given = figure(value);
  if (given === null || placed.sums.some((sum) => sum === given)) return null;
  const found = moneyRoles(plain, amounts, true).find(
    ({ span, role }) =>
      span.currency === currency &&
      roles.includes(role) &&
      !(span.negative || span.malformed || span.tooLarge) &&
      span.wan === given,
  );
  return found?.span.wan ?? null;
}

function landIn({ lands }: Prepared, value: unknown): Area | null {
  const given = figure(value);
  return given === null ? null : (lands.find(({ mu }) => mu === given)?.mu ?? null);
}

function countIn({ plain, numbers }: Prepared, value: unknown): number | null {
  const given = figure(value);
  const found = numbers.find(
    ({ low, end, malformed, negative }) =>
      given !== null &&
      !malformed &&
      !negative &&
      low === given &&
      /^\s?(?:余|多|来)?(?:个|名|位)?(?:人|工|岗|就业|员工|号)/.test(plain.slice(end, end + 6)),
  );
  const count = found ? Number(found.low) : Number.NaN;
  return Number.isInteger(count) && count > 0 && count <= 1_000_000 ? count : null;
}

function phoneIn({ phones }: Prepared, value: unknown): string | null {
  const digits = typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\D/g, '') : '';
  return phones.find((phone) => phone.digits === digits)?.digits ?? null;
}
