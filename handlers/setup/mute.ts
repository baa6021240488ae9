import { defineCommand } from '../../src/commands/define.ts';
import { choice, day, rest } from '../../src/commands/slots.ts';
import { addDays, type CalendarDate } from '../../src/domain/calendar/date.ts';
import { MUTABLE, type Mutable, mutableIn } from '../../src/domain/org/mute.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { dayText } from '../../src/rendering/day.ts';
import { list, note, say } from '../../src/rendering/reply.ts';
import { mute, mutesOf } from '../../src/services/mute.service.ts';

export default defineCommand({
  name: '静音',
  group: 'setup',
  synonyms: ['免打扰', '别提醒'],
  initials: 'jy',
  english: ['mute'],
  help: '让自己少收某类提醒，可到某天为止；超期和升级提醒不能关',
  usage: '静音 [今日待办/停滞提醒/到期提醒] [到某天或几天] · 静音 恢复 [名称]',
  examples: ['静音 停滞提醒', '静音 到期提醒 6月20日', '静音 停滞提醒 3天', '静音 恢复 停滞提醒', '静音'],
  slots: {
    off: choice('恢复', { 恢复: '恢复', 取消: '恢复', 打开: '恢复' }, { optional: true }),
    until: day('future', '到哪天', { optional: true }),
    what: rest('提醒种类', { optional: true }),
  },
  kind: 'write',
  ability: 'look',
  run: async ({ off, until, what }, context) => {
    const kind = what ? mutableIn(what) : null;
    if (what && !kind) throw new Refusal('mute.unknown', { given: what });
    const kinds = kind ? [kind] : off ? (Object.keys(MUTABLE) as Mutable[]) : [];
    const last = until ?? lastDay(what ?? '', context.today);
    for (const one of kinds) await mute(context.tx, context, one, { until: last, off: off !== undefined });
    const quiet = await mutesOf(context.tx, context);
    return {
      title: kinds.length > 0 ? (off ? '已恢复提醒' : '已静音') : '您的提醒',
      tone: kinds.length > 0 ? 'ok' : 'info',
      parts: [
        list(
          Object.keys(MUTABLE).map((kind) => {
            const muted = quiet.find((one) => one.kind === kind);
            if (!muted) return `${kind}：收`;
            return `${kind}：不收${muted.until ? `，到 ${dayText(muted.until, context.today)}` : ''}`;
          }),
        ),
        note('到期、超期和升级到领导的提醒不能关。'),
      ],
      buttons: quiet.length > 0 ? [say('全部恢复', '静音 恢复')] : [say('停滞提醒静音一周', '静音 停滞提醒 7天')],
    };
  },
});

const COUNT: Readonly<Record<string, number>> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  十: 10,
  半: 0.5,
};
const UNIT: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30 };

/** "3天", "一周", "半个月": the last of so many days, today included; null for no end. */
function lastDay(words: string, today: CalendarDate): CalendarDate | null {
  const [, count = '', unit = ''] = /(\d{1,3}|[一两二三四五六七十半])\s?个?(天|日|周|星期|礼拜|月)/.exec(words) ?? [];
  const days = (COUNT[count] ?? Number(count)) * (UNIT[unit] ?? 0);
  return days >= 1 ? addDays(today, Math.floor(days) - 1) : null;
}
