import { labelledNames } from './labelled-names.ts';
import { placesBefore, signsOf } from './name-signs.ts';
import { weighNames } from './names-weighed.ts';
import type { Prepared } from './prepared.ts';
import type { Span, Spans } from './random-field.ts';
import { SURNAMES } from './words/surnames.ts';

/** The investor and the project are told from this likelihood on, measured on messages that had not been learned from. */
const PRESENT = { company: 0.3, project: 0.12 };
/** Who says that it is a lead, and how big, names them more often than not; without any figure it may be an answer of another kind. */
const OF_A_LEAD = { company: 0.15, project: 0.03 };
const OF_NO_SIZE = { company: 0.5, project: 0.12 };

/** 甲、乙 and 甲与乙: what stands between joint investors. */
const JOINED = /^(?:、|和|与|及|以及|[，,]?(?:联合|携手|会同))$/;

/** What a text calls its investor (joint ones joined with 、) and its project, as written; null where it names none. */
export interface Names {
  readonly company: string | null;
  readonly project: string | null;
  /** How likely the text names one, 0–1. */
  readonly present: { readonly company: number; readonly project: number };
}

/** Signs that end a text's clause are no part of a name. */
const OUTER = /^[\s，,。；;：:、.\-—）)”"》]+|[\s，,。；;：:、.\-—（(“"《]+$/g;

/**
 * Finds the investor and the project by the likeliest spans; what a form's label says is believed first. Pure; linear.
 */
export function readNames({ plain, text, chatty, lead, amounts, lands }: Prepared): Names {
  const labels = labelledNames(plain);
  const sized = amounts.length > 0 || lands.length > 0;
  const least = lead ? (sized ? OF_A_LEAD : OF_NO_SIZE) : PRESENT;
  const [company, project] = weighNames(
    plain.replace(REPORTER, (words) => ' '.repeat(words.length)),
    chatty,
  );
  const written = (start: number, end: number) => text.slice(start, end).replace(OUTER, '') || null;
  const work = project && project.present >= least.project ? project.spans[0] : undefined;
  const works = labels.project ? written(...labels.project) : work ? bare(written(work.start, work.end)) : null;
  const spans = company && company.present >= least.company ? joint(company, plain) : [];
  const names = spans
    .filter(({ start, end }) => !isPerson(plain.slice(start, end), plain.slice(0, start)))
    .map((span) => whole(span, plain))
    .flatMap(({ start, end }) => written(start, end)?.replace(PUTS, '') ?? []);
  const present = { company: company?.present ?? 0, project: project?.present ?? 0 };
  const firm = works !== null && (isFirm(works) || (names.includes(works) && present.company > present.project));
  const investors = distinct(names).filter((name) => isOwn(name) && (firm || name !== works));
  return {
    present,
    company: labels.company ? written(...labels.company) : investors.join('、') || null,
    project: firm ? null : works,
  };
}

/** 锦鹿投 分两期: what it does is no part of its name, unless it is one of those that invest for a town. */
const PUTS = /(?<=[一-龥]{2})(?<![城国建交水农产金科电中旅开铁文创控高经信工商资])投$/;

/** （记者 张明）: who reports it is none of them. */
const REPORTER = /[（(](?:记者|通讯员)[^）)]{1,20}[）)]/g;

/** Anybody, or the people of a place: 客商, 广东老板, 该公司. */
const ANYBODY =
  /(?:客商|老板|商人|厂家|厂商|[外港台侨][商企资]|企业|企业家|公司|集团|商会|协会|业主|客户|朋友|老乡|同学|领导|书记|[县市区镇局]长|政府|管委会)$/;

/** Whether a name has characters of its own, which are no place's. */
function isOwn(name: string): boolean {
  const own = name.replace(ANYBODY, '');
  return own === name || (own.length > 1 && placesBefore(signsOf(own)[1], own.length) > 0);
}

/** Nothing that is built is called a company. */
const isFirm = (name: string): boolean => /(?:公司|集团|株式会社)$/.test(name);

/** 做轮毂, 上马了二期项目, 嘉里 物流园, 一个亿建厂: what stands before the works is no part of their name. */
const BEFORE_WORKS =
  /^(?:的|[\u4e00-\u9fff]?了|[做搞](?=..)|[\u4e00-\u9fff]{2,4}\s+(?=\S{3,}$)|[\d.一两三四五六七八九十百千半]*个?[亿万]元?[建上做投搞]?)|的$/g;
const bare = (name: string | null): string | null => {
  const own = name?.replace(BEFORE_WORKS, '') ?? '';
  return own.length > 1 ? own : null;
};

/** A registered name goes on to its legal form, and begins with its place: 佛山海纳（南海）新材料有限公司. */
function whole(span: Span, plain: string): Span {
  const end = span.end + (REST.exec(plain.slice(span.end, span.end + 24))?.[0].length ?? 0);
  if (!/有限(?:责任)?公司$/.test(plain.slice(span.start, end))) return span;
  const head = plain.slice(0, span.start);
  return { ...span, start: placesBefore(signsOf(head)[1], head.length), end };
}
const REST =
  /^(?:[（(][\u4e00-\u9fff]{2,6}[）)])?(?:(?![的由与和在将拟投建系是为])[\u4e00-\u9fff]){0,10}?有限(?:责任)?公司(?:[（(]有限合伙[）)])?/;

/** 温州客商陈建国, 小孙: somebody, no firm. */
const isPerson = (name: string, before: string): boolean =>
  CALLED.test(name) || (PERSON.test(name) && /(?:客商|老板|商人|老乡|朋友|同学)$/.test(before));
const PERSON = new RegExp(`^(?:${SURNAMES})[\\u4e00-\\u9fff]{1,2}$`);
const CALLED = new RegExp(`^[小老阿](?:${SURNAMES})$`);

/** The likeliest span with those that are joined to it, in the order of the text. */
function joint({ spans }: Spans, plain: string): Spans['spans'] {
  const [best] = spans;
  if (!best) return [];
  const ordered = [...spans].sort((one, other) => one.start - other.start);
  const groups = ordered.reduce<(typeof ordered)[]>((found, span) => {
    const last = found.at(-1)?.at(-1);
    if (last && JOINED.test(plain.slice(last.end, span.start))) found.at(-1)?.push(span);
    else found.push([span]);
    return found;
  }, []);
  return groups.find((group) => group.includes(best)) ?? [best];
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)];
