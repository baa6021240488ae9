import type { CalendarDate } from '../calendar/date.ts';
import { type Amount, compare } from '../money/decimal.ts';
import type { Project } from '../project/project.ts';

/** What policies are about: land measures, money, finance tools, people, shared platforms, approval, the rest. */
export const POLICY_KINDS = ['土地', '资金', '金融', '人才', '平台', '审批', '其他'] as const;

/** The kind of a policy. */
export type PolicyKind = (typeof POLICY_KINDS)[number];

/** What is offered to investors, for whom, and where it is written (政策, domain.md section 6). */
export interface Policy {
  readonly id: number;
  readonly title: string;
  readonly kind: PolicyKind;
  readonly gives: string;
  /** Industries it is for; none: any. */
  readonly chains: readonly string[];
  /** Types of projects it is for; none: any. */
  readonly types: readonly string[];
  /** Least total investment, 万元. */
  readonly least: Amount | null;
  /** The document it stands in. */
  readonly source: string | null;
  readonly validTo: CalendarDate | null;
  readonly file: { readonly id: string; readonly name: string; readonly mime: string; readonly size: number } | null;
}

/** yes: it applies · unknown: the project lacks the fact that decides · no. */
export type Applies =
  | { readonly answer: 'yes' | 'no' }
  | { readonly answer: 'unknown'; readonly lacks: readonly string[] };

type Facts = Pick<Project, 'chain' | 'projectType' | 'investment' | 'investmentMax'>;

/** Whether a policy is for a project as far as its record says (政策服务包). An investment told as a range counts by its lower end. */
export function applies(policy: Policy, project: Facts, today: CalendarDate): Applies {
  const { chains, types, least } = policy;
  if (isOver(policy, today)) return { answer: 'no' };
  if (types.length > 0 && !types.includes(project.projectType)) return { answer: 'no' };
  if (chains.length > 0 && project.chain !== null && !chains.includes(project.chain)) return { answer: 'no' };
  if (least !== null && project.investment !== null && compare(project.investment, least) < 0) return { answer: 'no' };
  const lacks = [
    ...(chains.length > 0 && project.chain === null ? ['产业链'] : []),
    ...(least !== null && project.investment === null ? ['总投资'] : []),
  ];
  return lacks.length > 0 ? { answer: 'unknown', lacks } : { answer: 'yes' };
}

/** Whether its last day has passed. */
export const isOver = ({ validTo }: Pick<Policy, 'validTo'>, today: CalendarDate): boolean =>
  validTo !== null && validTo < today;

const SIGNS: readonly (readonly [PolicyKind, RegExp])[] = [
  ['土地', /土地|用地|地价|标准地|厂房|租金/],
  ['金融', /贷|贴息|担保|基金|债|租赁|融资|上市/],
  ['人才', /人才|用工|招工|培训|公寓|子女|社保/],
  ['平台', /平台|实验室|检测|孵化|研究院/],
  ['审批', /审批|代办|承诺制|容缺|一网|最多跑/],
  ['资金', /补助|补贴|奖励|奖补|扶持|资金/],
];

/** The kind that words point at; 其他 when none does. */
export const policyKindOf = (words: string): PolicyKind => SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? '其他';

/** What applies to a project, and what might, of the policies in force. */
export function packageFor(policies: readonly Policy[], project: Facts, today: CalendarDate) {
  const judged = policies.map((policy) => ({ policy, ...applies(policy, project, today) }));
  return {
    certain: judged.flatMap(({ policy, answer }) => (answer === 'yes' ? [policy] : [])),
    possible: judged.flatMap((one) => (one.answer === 'unknown' ? [{ policy: one.policy, lacks: one.lacks }] : [])),
  };
}
