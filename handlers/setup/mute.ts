import { defineCommand } from '../../src/commands/define.ts';
import { choice, day, rest } from '../../src/commands/slots.ts';
import { MUTABLE, mutableIn } from '../../src/domain/org/mute.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { dayText } from '../../src/rendering/day.ts';
import { list, note } from '../../src/rendering/reply.ts';
import { mute, mutesOf } from '../../src/services/mute.service.ts';

export default defineCommand({
  name: '静音',
  group: 'setup',
  synonyms: ['免打扰', '别提醒'],
  initials: 'jy',
  english: ['mute'],
  help: '让自己少收某类提醒，可到某天为止；超期和升级提醒不能关',
  usage: '静音 [今日待办/停滞提醒/到期提醒] [到某天] · 静音 恢复 名称',
  examples: ['静音 停滞提醒', '静音 到期提醒 6月20日', '静音 恢复 停滞提醒', '静音'],
  slots: {
    off: choice('恢复', { 恢复: '恢复', 取消: '恢复', 打开: '恢复' }, { optional: true }),
    until: day('future', '到哪天', { optional: true }),
    what: rest('提醒种类', { optional: true }),
  },
  kind: 'write',
  ability: 'look',
  run: async ({ off, until, what }, context) => {
    if (what) {
      const kind = mutableIn(what);
      if (!kind) throw new Refusal('mute.unknown', { given: what });
      await mute(context.tx, context, kind, { until: until ?? null, off: off !== undefined });
    }
    const quiet = await mutesOf(context.tx, context);
    return {
      title: what ? (off ? '已恢复提醒' : '已静音') : '您的提醒',
      tone: what ? 'ok' : 'info',
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
    };
  },
});
