import { type Amount, type Decimal, subtract } from '../../domain/money/decimal.ts';
import type { DigestModel, DigestRow, Headline } from '../../domain/report/model.ts';
import { growth, money, moneyIn, yi } from '../format.ts';
import { note, type Part, type Reply, say, text } from '../reply.ts';
import { filesOf } from './board-reply.ts';
import type { ReportFiles } from './files.ts';
import { peersParts } from './peers-parts.ts';

const LISTED = 5;

/** The weekly digest in chat: headline, what came in, the table by unit, who was silent, what is due next week. */
export function digestReply(model: DigestModel, files: ReportFiles = []): Reply {
  return {
    title: `${model.org}${model.title}（${model.periodLabel}）`,
    tone: 'info',
    parts: [
      text(headlines(model)),
      ...filesOf(files),
      ...listed('新签约和阶段变化', model.moves),
      ...listed('新增线索', model.newLeads),
      ...listed(
        '位次变化',
        model.movers.map((mover) => `${mover.unit} 第${mover.from}→第${mover.to}：${moneyIn(mover.why)}`),
      ),
      ...listed('重点项目', model.keyProjects),
      ...listed('超期 5 个工作日以上', model.overdue),
      ...listed('待解决问题', model.problems),
      table(model.rows),
      ...peersParts(model.peers),
      ...(model.silent.length > 0 ? [text(`本周没有动静：${model.silent.join('、')}`)] : []),
      ...listed('下周到期', model.nextWeek),
      note(`${model.spanLabel}，数据截至 ${model.cutOffLabel}。口径：${model.calibre}`),
    ],
    buttons: [say('看排行', '排行'), say('我的待办', '我的')],
  };
}

/** "到位资金 3.26亿元，环比增长 18.1%；新签约 4 个、6.8亿元，比上周多 1 个；…". */
export function headlines(model: DigestModel): string {
  return `${[
    `到位资金 ${money(model.funds.now)}，${growth(model.funds.now, model.funds.before, '环比')}`,
    `新签约 ${model.signedCount.now} 个、${money(model.signedAmount.now)}，${moreOrLess(model.signedCount, '个')}`,
    `新增线索 ${model.leads.now} 条，${moreOrLess(model.leads, '条')}`,
    `外出 ${model.outings.now} 批、接待 ${model.receptions.now} 批`,
    `任务办结 ${model.tasks.done} 项、超期 ${model.tasks.overdue} 项`,
  ].join('；')}。`;
}

/** "比上周多 1 个", "与上周持平". */
function moreOrLess({ now, before }: Headline, unit: string): string {
  const difference = subtract(now, before);
  if (difference === '0') return '与上周持平';
  return difference.startsWith('-') ? `比上周少 ${difference.slice(1)} ${unit}` : `比上周多 ${difference} ${unit}`;
}

function listed(heading: string, items: readonly string[]): readonly Part[] {
  if (items.length === 0) return [];
  const more = items.length > LISTED ? [`……另有 ${items.length - LISTED} 项`] : [];
  return [{ type: 'list', heading: `${heading}（${items.length}）`, items: [...items.slice(0, LISTED), ...more] }];
}

const table = (rows: readonly DigestRow[]): Part => ({
  type: 'table',
  heading: '各单位本周',
  columns: [
    { head: '单位' },
    { head: '线索', align: 'right' },
    { head: '进展', align: 'right' },
    { head: '签约', align: 'right' },
    { head: '到位(亿元)', align: 'right' },
    { head: '活动', align: 'right' },
    { head: '超期', align: 'right' },
  ],
  rows: rows.map((row) => [
    row.unit,
    String(row.leads),
    String(row.progress),
    row.signed as Decimal,
    yi(row.funds as Amount),
    String(row.activities),
    String(row.tasksOverdue),
  ]),
});
