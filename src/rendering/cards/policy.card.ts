import type { CalendarDate } from '../../domain/calendar/date.ts';
import { isOver, type Policy } from '../../domain/policy/policy.ts';
import type { Project } from '../../domain/project/project.ts';
import { needsReview } from '../../domain/work/commitment.ts';
import { wholeDayText } from '../day.ts';
import { money, short } from '../format.ts';
import { facts, list, note, type Part, type Reply, say, sayMore } from '../reply.ts';

/** A policy whole, with its document. */
export function policyCard(policy: Policy, today: CalendarDate, title = '政策'): Reply {
  const parts: Part[] = [
    facts(
      ['类型', policy.kind],
      ['内容', policy.gives],
      ['对象', forWhom(policy)],
      ['依据', policy.source],
      ['有效期', policy.validTo && `到 ${wholeDayText(policy.validTo)}${isOver(policy, today) ? '，已过期' : ''}`],
    ),
  ];
  if (policy.file) parts.push({ type: 'file', file: policy.file });
  if (needsReview(policy.gives))
    parts.push(note('内容涉及税费、地价等优惠，出台前要作公平竞争审查（《公平竞争审查条例》，2024年8月1日起施行）。'));
  return {
    title: `${title}：${policy.id} 号 ${policy.title}`,
    tone: isOver(policy, today) ? 'warn' : 'ok',
    parts,
    buttons: [say('全部政策', '政策')],
  };
}

/** "装备制造；外资；总投资 1亿元以上", or 不限. */
const forWhom = ({ chains, types, least }: Policy): string =>
  [chains.join('、'), types.join('、'), least && `总投资 ${money(least)}以上`].filter(Boolean).join('；') || '不限';

const SHOWN = 10;

/** Policies by kind; `whose` says how the list was narrowed. */
export function policiesReply(policies: readonly Policy[], whose: string, today: CalendarDate): Reply {
  if (policies.length === 0)
    return {
      title: `${whose ? `${whose}：` : ''}没有登记的政策`,
      tone: 'info',
      parts: [
        note(
          '投促中心登记，例如：政策 新增 工业用地弹性出让 支持 先租后让、租让结合 产业 装备制造 门槛 1亿 依据 云政发〔2026〕3号（可附文件）',
        ),
      ],
    };
  return {
    title: `${whose}政策 ${policies.length} 条`,
    tone: 'info',
    parts: [
      list(policies.slice(0, SHOWN).map((policy) => policyLine(policy, today))),
      ...(policies.length > SHOWN
        ? [note(`还有 ${policies.length - SHOWN} 条；发“政策 金融”“政策 装备制造”只看一部分。`)]
        : []),
      note('看一条：政策 编号。给项目配：政策包 X113。'),
    ],
    buttons: [sayMore('登记', '政策 新增'), say('导出', `政策 ${whose} 导出`)],
  };
}

const policyLine = (policy: Policy, today: CalendarDate): string =>
  `${policy.id} 号【${policy.kind}】${short(policy.title, 22)}：${short(policy.gives, 36)}${isOver(policy, today) ? '（已过期）' : ''}`;

/** 政策服务包: what a project can use, what might be, and where it is written. */
export function packageCard(
  project: Project,
  {
    certain,
    possible,
  }: {
    readonly certain: readonly Policy[];
    readonly possible: readonly { readonly policy: Policy; readonly lacks: readonly string[] }[];
  },
): Reply {
  const lacks = [...new Set(possible.flatMap((one) => one.lacks))];
  return {
    title: `X${project.id} ${project.name} 政策服务包：适用 ${certain.length} 条${possible.length > 0 ? `，待定 ${possible.length} 条` : ''}`,
    tone: 'info',
    record: `X${project.id}`,
    parts: [
      ...(certain.length > 0 ? [list(certain.map(packageLine), '适用')] : []),
      ...(possible.length > 0
        ? [
            list(
              possible.map(({ policy, lacks: why }) => `${packageLine(policy)}（还没有${why.join('、')}）`),
              '待定',
            ),
          ]
        : []),
      ...(lacks.length > 0 ? [note(`补上${lacks.join('、')}就能定：补充 X${project.id} …`)] : []),
      note('按登记的政策和项目现有情况列出，不是承诺；答应企业的请发“承诺”逐项记。'),
    ],
    buttons: [
      say('要 Word', `政策包 X${project.id} 导出`, 'primary'),
      sayMore('记承诺', `承诺 X${project.id}`),
      say('查看项目', `查 X${project.id}`),
    ],
  };
}

const packageLine = (policy: Policy): string =>
  `${policy.title}：${short(policy.gives, 60)}${policy.source ? `（${policy.source}）` : ''}`;
