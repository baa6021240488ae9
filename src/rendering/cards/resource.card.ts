import { type CalendarDate, daysBetween } from '../../domain/calendar/date.ts';
import { type Coverage, RESOURCE_KINDS, type Resource } from '../../domain/resource/resource.ts';
import { dayText } from '../day.ts';
import { maskedMobile, short } from '../format.ts';
import { facts, list, note, type Reply, say, sayMore } from '../reply.ts';

/** A helper outside; the number whole only where `open`. */
export const resourceCard = (
  resource: Resource,
  { today, open }: { readonly today: CalendarDate; readonly open: boolean },
  title = '资源',
): Reply => ({
  title: `${title}：${resource.id} 号 ${resource.kind} ${resource.name}`,
  tone: 'ok',
  parts: [
    facts(
      ['地区', resource.region],
      ['情况', resource.about],
      ['电话', resource.mobile && (open ? resource.mobile : maskedMobile(resource.mobile))],
      ['联系人', resource.keeper],
      ['最近联系', `${dayText(resource.touchedOn, today)}${resource.lastWords ? `，${resource.lastWords}` : ''}`],
    ),
  ],
  buttons: [sayMore('记一次联系', `资源 联系 ${resource.id}`), say('全部资源', '资源')],
});

const SHOWN = 10;

/** Helpers by kind and the longest untouched first; `quiet`: days after which one is named as quiet. */
export function resourcesReply(
  resources: readonly Resource[],
  { whose, today, quiet }: { readonly whose: string; readonly today: CalendarDate; readonly quiet: number },
): Reply {
  if (resources.length === 0)
    return {
      title: `${whose ? `${whose}：` : ''}还没有登记的资源`,
      tone: 'info',
      parts: [
        note('登记，例如：资源 新增 乡贤 张建国 深圳 某科技公司董事长 13900001111；资源 新增 深圳市河北商会 秘书处'),
      ],
    };
  const kinds = RESOURCE_KINDS.map((kind) => ({ kind, count: resources.filter((one) => one.kind === kind).length }));
  const late = resources.filter(({ touchedOn }) => daysBetween(touchedOn, today) > quiet).length;
  return {
    title: `${whose}资源 ${resources.length} 条${late > 0 ? `，${late} 条超过 ${quiet} 天没联系` : ''}`,
    tone: late > 0 ? 'warn' : 'info',
    parts: [
      list(resources.slice(0, SHOWN).map((one) => resourceLine(one, today))),
      ...(resources.length > SHOWN
        ? [note(`按多久没联系排，还有 ${resources.length - SHOWN} 条；写上地区、类型或姓名只看一部分。`)]
        : []),
      note(
        kinds
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => `${kind} ${count}`)
          .join('，'),
      ),
    ],
    buttons: [sayMore('登记', '资源 新增'), say('导出', `资源 ${whose} 导出`), say('城市覆盖', '覆盖')],
  };
}

/** "3 号 乡贤 张建国（深圳，某科技董事长），李四联系，72 天前". */
const resourceLine = (resource: Resource, today: CalendarDate): string => {
  const about = [resource.region, resource.about && short(resource.about, 20)].filter(Boolean).join('，');
  const days = daysBetween(resource.touchedOn, today);
  return `${resource.id} 号 ${resource.kind} ${resource.name}${about ? `（${about}）` : ''}，${resource.keeper}联系，${days === 0 ? '今天' : `${days} 天前`}`;
};

/** Target cities with what was done there, and landed firms that nobody visited. */
export function coverageReply(
  {
    cities,
    unvisited,
  }: {
    readonly cities: readonly Coverage[];
    readonly unvisited: readonly {
      readonly id: number;
      readonly name: string;
      readonly visitedOn: CalendarDate | null;
    }[];
  },
  { today, days }: { readonly today: CalendarDate; readonly days: number },
): Reply {
  const blank = cities.filter(({ visits }) => visits === 0).map(({ city }) => city);
  return {
    title:
      cities.length === 0
        ? '还没有设目标城市'
        : `目标城市 ${cities.length} 个，今年到过 ${cities.length - blank.length} 个`,
    tone: blank.length > 0 ? 'warn' : 'info',
    parts: [
      ...(cities.length === 0
        ? [note('投促中心设，例如：设置 目标城市 北京、上海、深圳、杭州')]
        : [
            {
              type: 'table' as const,
              columns: [
                { head: '城市' },
                { head: '活动', align: 'right' as const },
                { head: '最近一次' },
                { head: '线索', align: 'right' as const },
                { head: '资源', align: 'right' as const },
              ],
              rows: cities.map((one) => [
                one.city,
                String(one.visits),
                one.lastOn ? dayText(one.lastOn, today) : '没去过',
                String(one.leads),
                String(one.resources),
              ]),
            },
          ]),
      ...(blank.length > 0 ? [note(`今年还没去过：${blank.join('、')}`)] : []),
      ...(unvisited.length > 0
        ? [
            list(
              unvisited
                .slice(0, 5)
                .map(
                  ({ id, name, visitedOn }) =>
                    `X${id} ${short(name, 24)}：${visitedOn ? `最近走访 ${dayText(visitedOn, today)}` : '没有走访记录'}`,
                ),
              `开工投产企业超过 ${days} 天没走访：${unvisited.length} 家`,
            ),
          ]
        : []),
      note('活动、线索从 1 月 1 日起算；走访看活动里写的项目编号或企业全称。'),
    ],
    buttons: [say('资源', '资源')],
  };
}
