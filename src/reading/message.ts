import type { CalendarDate } from '../domain/calendar/date.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import type { Amount, Area, Decimal, ForeignAmount } from '../domain/money/decimal.ts';
import { readContact } from './contact.ts';
import { readDue, readEventDate } from './event-date.ts';
import { factsOf } from './facts.ts';
import { readIndustry } from './industry.ts';
import { judge } from './judge.ts';
import { arrivalAt } from './kind.ts';
import { type Kind, likelyNone, type MessageWeighed, weighText } from './message-weighed.ts';
import { readNames } from './names.ts';
import { readOrigin } from './origin.ts';
import { asWritten, type Prepared, prepare } from './prepared.ts';
import { readScale, type Scale } from './scale.ts';
import { readSource } from './source.ts';
import { readStage, type StageFound } from './stage.ts';

/** A chain of the org, with the words that speak for it. */
export interface ChainWords {
  readonly name: string;
  readonly keywords: readonly string[];
}

/** What a message says. Absent facts are null, never guessed. Money in 万元 and 万美元, land in 亩, all exact. */
export interface Understood {
  readonly kind: Kind;
  /** 0–1. Below {@link SURE} a person is asked. */
  readonly confidence: number;
  /** 0–1: how likely the figures are those of one project (of funds: those that arrived). */
  readonly figures: number;
  readonly company: string | null;
  readonly project: string | null;
  /** One of the nineteen industries of the capture form. */
  readonly industry: string | null;
  /** The org's chain whose keywords occur. */
  readonly chain: string | null;
  readonly investment: Amount | null;
  readonly investmentMax: Amount | null;
  readonly approximate: boolean;
  readonly foreign: ForeignAmount | null;
  readonly otherCurrency: { readonly amount: Decimal; readonly currency: string } | null;
  readonly land: Area | null;
  readonly jobs: number | null;
  readonly output: Amount | null;
  readonly tax: Amount | null;
  readonly fixedAssets: Amount | null;
  readonly arrived: Amount | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly regionFrom: string | null;
  readonly sourceMethod: string | null;
  readonly referrer: string | null;
  readonly stage: string | null;
  /** The day of the event; of a task, the day it is due. */
  readonly date: CalendarDate | null;
}

/** What a message is read against. */
export interface MessageOptions {
  readonly today: CalendarDate;
  readonly calendar: WorkCalendar;
  readonly chains?: readonly ChainWords[];
  /** The person says that it is a lead (录入, 补充): every field is kept, whatever the words look like. */
  readonly asLead?: boolean;
}

/** No message that people write is longer; of a longer one the facts are read from its beginning. */
const READ_LIMIT = 6_000;

/** The command word at the head of a lead, also mistyped; it is no part of a name. */
const COMMAND_WORD =
  /^\s*(?:录入|[录彔绿][人入](?:一下)?|录(?:一下|下|如|个|了)?(?=[\s:：,，])|报线索|登记|报送|填报|新增项目)[\s:：,，]*/;

/** The writer says that it is a lead. */
const RECORDS = /^\s*(?:录入|报线索)[\s:：,，]/;

/** By its characters alone so likely none that no fact of it would say otherwise, measured on the labelled messages. */
const PLAINLY_NONE = 0.98;

/** Reads one message of chat or news. Pure; never throws; linear in the length of the text. */
export function readMessage(raw: string, options: MessageOptions): Understood {
  const words = raw.slice(0, READ_LIMIT).replace(COMMAND_WORD, '');
  const prepared = prepare(words, options.today, options.calendar, options.asLead || RECORDS.test(raw));
  const { plain } = prepared;
  const heard = weighText(plain);
  if (!options.asLead && likelyNone(heard) > PLAINLY_NONE) return { ...NOTHING, ...nothingIn(PLAINLY_NONE) };
  const names = readNames(prepared);
  const { company, project } = names;
  const scale = readScale(prepared);
  const said = readStage(plain, options.today);
  const facts = factsOf(prepared, names, scale, said?.stage ?? null);
  const { kind, confidence, figures, stage: weighed } = judge(prepared, facts, heard);
  const stage = stageOf(said, weighed);
  if (kind === 'none' && !options.asLead) return { ...NOTHING, ...nothingIn(confidence) };
  const source = readSource(plain);
  const contact = readContact(prepared);
  const contactName = asWritten(prepared, contact.name);
  const whole: Understood = {
    kind,
    confidence,
    figures,
    // 温州客商陈建国想投: who is to be telephoned is a person, however much he stands where a firm would.
    company: company === null || company === contactName || source.referrer?.includes(company) ? null : company,
    project,
    industry: kind === 'activity' || kind === 'funds' ? null : readIndustry(plain, project),
    chain: readChain(plain, options.chains ?? []),
    investment: scale.investment,
    investmentMax: scale.investmentMax,
    approximate: scale.approximate,
    foreign: scale.foreign,
    otherCurrency: scale.other,
    land: scale.land,
    jobs: scale.jobs,
    output: scale.output,
    tax: scale.tax,
    fixedAssets: scale.fixedAssets,
    arrived: scale.arrived,
    contactName,
    contactPhone: contact.phone,
    regionFrom: readOrigin(prepared, company),
    sourceMethod: source.method,
    referrer: asWritten(prepared, source.referrer),
    stage: stage.stage,
    date:
      kind === 'task'
        ? readDue(prepared)
        : readEventDate(
            prepared,
            kind === 'funds' ? arrivalAt(plain) : stage.at,
            kind === 'activity' && prepared.chatty,
          ),
  };
  return options.asLead ? { ...whole, kind: 'lead' } : withinKind(whole, prepared, scale);
}

/** From this likelihood on the stage is taken that the whole message speaks for, whatever its words of stages say. */
const STAGE_FROM = 0.65;

function stageOf(
  said: StageFound | null,
  weighed: MessageWeighed['stage'],
): { stage: string | null; at: number | null } {
  if (weighed.likely < STAGE_FROM) return said ?? { stage: null, at: null };
  return { stage: weighed.stage, at: said?.stage === weighed.stage ? said.at : null };
}

/** The org's chain with the most keywords in the text; the name of a chain counts too. */
function readChain(plain: string, chains: readonly ChainWords[]): string | null {
  let best: { name: string; hits: number } | null = null;
  for (const { name, keywords } of chains) {
    const hits = [name, ...keywords].filter((word) => word !== '' && plain.includes(word)).length;
    if (hits > 0 && (!best || hits > best.hits)) best = { name, hits };
  }
  return best?.name ?? null;
}

const NOTHING = {
  company: null,
  project: null,
  industry: null,
  investment: null,
  investmentMax: null,
  foreign: null,
  otherCurrency: null,
  land: null,
  jobs: null,
  output: null,
  tax: null,
  fixedAssets: null,
  arrived: null,
  contactName: null,
  contactPhone: null,
  regionFrom: null,
  sourceMethod: null,
  referrer: null,
  stage: null,
  date: null,
} as const;

const nothingIn = (confidence: number) => ({
  kind: 'none' as const,
  confidence: Math.round(confidence * 100) / 100,
  figures: 0,
  chain: null,
  approximate: false,
});

/** In a task only what is called 项目 is one; the rest is what is to be done. */
const isWork = (project: string | null): boolean =>
  project !== null && /^(?!.*(?:完成|麻烦|请|前把|前报)).*项目$/.test(project);

/** What a kind of message can say: totals over many projects or a period are no project's facts. */
function withinKind(whole: Understood, prepared: Prepared, scale: Scale): Understood {
  switch (whole.kind) {
    case 'activity':
      return {
        ...whole,
        ...NOTHING,
        contactName: prepared.chatty ? whole.contactName : null,
        contactPhone: whole.contactPhone,
        company: null,
        regionFrom: whole.regionFrom,
        sourceMethod: whole.sourceMethod,
        date: whole.date,
      };
    case 'funds':
      return {
        ...whole,
        ...NOTHING,
        regionFrom: whole.regionFrom,
        arrived: scale.arrived,
        foreign: scale.arrivedForeign ?? scale.foreign ?? scale.dollars,
        date: whole.date,
      };
    case 'stage':
      return { ...whole, output: null, tax: null };
    case 'problem':
      return prepared.chatty
        ? whole
        : {
            ...whole,
            ...NOTHING,
            company: whole.company,
            contactPhone: whole.contactPhone,
            investment: whole.investment,
            land: whole.land,
          };
    case 'task':
      if (!prepared.chatty) return { ...whole, ...NOTHING, date: whole.date };
      return { ...whole, stage: null, ...(isWork(whole.project) ? {} : { project: null, industry: null }) };
    default:
      return whole;
  }
}
