import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Project } from '../../domain/project/project.ts';
import { needsReview } from '../../domain/work/commitment.ts';
import { investmentText } from '../cards/project.card.ts';
import { wholeDayText } from '../day.ts';
import { body, dateText, heading, paper, signature, smallPrint, title } from './paper.ts';

/** What applies to a project, and what might. */
interface Package {
  readonly certain: readonly Policy[];
  readonly possible: readonly { readonly policy: Policy; readonly lacks: readonly string[] }[];
}

/** "华辰光伏组件项目政策服务包". */
export const packageTitle = ({ name }: Pick<Project, 'name'>): string =>
  `${name}${name.endsWith('项目') ? '' : '项目'}政策服务包`;

/** A 政策服务包 as a Word document to hand over: each policy with what it gives, where it is written and until when. */
export const packageDocx = (
  project: Project,
  { certain, possible }: Package,
  { issuer, today }: { readonly issuer: string; readonly today: CalendarDate },
): Promise<Uint8Array> =>
  paper(packageTitle(project), issuer, [
    title(packageTitle(project)),
    body(opening(project, certain.length)),
    heading('一、适用的政策'),
    ...(certain.length > 0
      ? certain.map((policy, at) => body(`${at + 1}．${policyText(policy)}`))
      : [body('目前没有能够确定适用的政策。')]),
    ...(possible.length > 0
      ? [
          heading('二、待定的政策'),
          ...possible.map(({ policy, lacks }, at) =>
            body(`${at + 1}．${policyText(policy)}待${lacks.join('、')}明确后确定。`),
          ),
        ]
      : []),
    ...signature(issuer, dateText(today)),
    smallPrint('注：按已登记的政策和项目现有情况列出，供参考，不是承诺；以政策文件原文和有关部门审核为准。'),
    ...(certain.some(({ gives }) => needsReview(gives))
      ? [smallPrint('其中涉及税费、地价等优惠的，须先作公平竞争审查（《公平竞争审查条例》，2024年8月1日起施行）。')]
      : []),
  ]);

function opening(project: Project, count: number): string {
  const facts = [
    project.investor && `投资方${project.investor}`,
    investmentText(project) && `计划总投资${investmentText(project)?.replaceAll(' ', '')}`,
    project.chain && `属${project.chain}产业链`,
  ].filter(Boolean);
  return `${facts.length > 0 ? `${facts.join('，')}。` : ''}按项目目前的情况，适用政策${count}条。`;
}

const policyText = ({ title: name, gives, source, validTo }: Policy): string =>
  [
    `${name}：${gives.replace(/[。；]$/, '')}。`,
    source && `依据：${source}。`,
    validTo && `有效期至${wholeDayText(validTo)}。`,
  ]
    .filter(Boolean)
    .join('');
