import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { readNames } from '../../src/commands/names.ts';
import { readDay } from '../../src/commands/read-day.ts';
import { rest } from '../../src/commands/slots.ts';
import type { DrillKind } from '../../src/domain/activity/drill.ts';
import { yearOf } from '../../src/domain/calendar/period.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { drillCard, drillsReply, teamReply } from '../../src/rendering/cards/drill.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { drills, type ToldDrill, team, tellDrill } from '../../src/services/drill.service.ts';

const AWARD =
  /^[（(\s获得]*((?:第[一二三四五六七八九十\d]{1,3}名|[一二三特]等奖|[金银铜]奖|冠军|亚军|季军|优秀奖?|先进个人?)(?:（并列）)?)/;

export default defineCommand({
  name: '培训',
  group: 'activity',
  synonyms: ['比武', '招商比武', '练兵', '业务培训'],
  initials: 'px',
  english: ['training'],
  help: '记培训和比武：谁参加了、得了什么奖；看今年办了几次、各单位队伍练得怎么样',
  usage: '培训 日期 名称 参加 人或单位… · 比武 日期 名称 人 名次… · 培训 [单位] · 培训 队伍 [单位]',
  examples: [
    '培训 6月5日 招商谈判实务 参加 张三、李四',
    '比武 6月8日 项目推介大赛 张三第一名、李四第三名',
    '培训',
    '培训 队伍',
  ],
  slots: { said: rest('日期、名称、参加的人', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ said = '' }, context) => {
    const { tx, vocabulary, line } = context;
    const days = said ? readDay(said, context, 'past', false) : null;
    if (days) {
      const bare = `${said.slice(0, days.start)} ${said.slice(days.end)}`.trim();
      const told = { ...toldIn(bare, /比武/.test(line) ? '比武' : '培训', context), from: days.from, to: days.to };
      return drillCard(told, await tellDrill(tx, context, told));
    }
    const unit = readNames(said, vocabulary, ['unit'])[0]?.named ?? null;
    const left = said
      .replace(unit?.name ?? '', '')
      .replace(/队伍|名单|今年/g, '')
      .trim();
    if (left) throw new Refusal('drill.when');
    return looked(said.includes('队伍') || said.includes('名单'), unit, context);
  },
});

/** The name ahead of who took part, and who did, each with what stands behind the name. */
function toldIn(text: string, kind: DrillKind, { vocabulary }: Context): Omit<ToldDrill, 'from' | 'to'> {
  const marked = /\s*(?:参加人员|参加|参训|获奖)[:：]?\s*/.exec(text);
  const from = marked ? marked.index + marked[0].length : 0;
  const spans = readNames(text.slice(from), vocabulary, ['unit', 'person']);
  const first = spans[0];
  const name = text.slice(0, marked?.index ?? first?.start ?? text.length);
  return {
    kind,
    name: name.replace(/^[\s，,：:]+|[\s，,：:]+$/g, ''),
    who: spans.map(({ named, end }) => ({ named, award: AWARD.exec(text.slice(from + end))?.[1] ?? null })),
  };
}

async function looked(
  asTeam: boolean,
  unit: { readonly id: number; readonly name: string } | null,
  { tx, today }: Context,
): Promise<Reply> {
  const span = yearOf(today);
  if (asTeam) return teamReply(await team(tx, span, unit?.id ?? null), '今年', unit?.name ?? null);
  return drillsReply(await drills(tx, span, unit?.id ?? null), `${unit?.name ?? ''}今年`);
}
