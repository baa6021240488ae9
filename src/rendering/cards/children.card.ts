import type { LeaderboardModel } from '../../domain/report/model.ts';
import { foreignMoney, money } from '../format.ts';
import { note, type Reply } from '../reply.ts';

/** The places below, each by what its newest published month says. */
export function childrenReply(
  boards: readonly { readonly name: string; readonly model: LeaderboardModel | null }[],
): Reply {
  if (boards.length === 0)
    return {
      title: '没有下级地区',
      tone: 'info',
      parts: [note('在服务器上设：xiaozhao org parent 某某县 某某市。各地区数据互不可见，上级只看已发布的月报。')],
    };
  const published = boards.filter(({ model }) => model !== null);
  const silent = boards.filter(({ model }) => model === null).map(({ name }) => name);
  return {
    title: `下级地区 ${boards.length} 个，已发布月报 ${published.length} 个`,
    tone: silent.length > 0 ? 'warn' : 'info',
    parts: [
      ...(published.length > 0
        ? [
            {
              type: 'table' as const,
              columns: [
                { head: '地区' },
                { head: '截至' },
                { head: '签约', align: 'right' as const },
                { head: '签约额', align: 'right' as const },
                { head: '到位资金', align: 'right' as const },
                { head: '开工', align: 'right' as const },
                { head: '实际使用外资', align: 'right' as const },
              ],
              rows: published.flatMap(({ name, model }) => (model ? [rowOf(name, model)] : [])),
            },
          ]
        : []),
      ...(silent.length > 0 ? [note(`还没发布过月报：${silent.join('、')}`)] : []),
      note('只取各地区最近一期已发布的月报，本年累计；口径以各地区月报为准。'),
    ],
  };
}

const rowOf = (name: string, { totals, periodLabel }: LeaderboardModel): readonly string[] => [
  name,
  periodLabel,
  `${totals.signedCount.now} 个`,
  money(totals.signedAmount.now),
  money(totals.funds.now),
  `${totals.startedCount.now} 个`,
  foreignMoney(totals.fdi.now),
];
