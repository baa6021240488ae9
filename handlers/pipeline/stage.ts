import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { readFigure } from '../../src/commands/read-amount.ts';
import { readDay } from '../../src/commands/read-day.ts';
import { amount, choice, day, project, rest } from '../../src/commands/slots.ts';
import type { CalendarDate } from '../../src/domain/calendar/date.ts';
import type { Amount } from '../../src/domain/money/decimal.ts';
import { RESUME, STAGE_WORDS } from '../../src/domain/project/stage.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readLostTo } from '../../src/reading/lost-to.ts';
import { question, settle } from '../../src/services/pending.service.ts';
import { resolveProject } from '../../src/services/resolve.service.ts';
import { report, type Told, UNKNOWN_PLACE } from './_stage-report.ts';

export default defineCommand({
  name: '阶段',
  group: 'pipeline',
  synonyms: ['报阶段', '转阶段'],
  initials: 'jied',
  english: ['stage'],
  help: '报项目到了哪个阶段（签约要带金额），核实后计入排行',
  usage:
    '阶段 项目 阶段 [协议金额] [日期] [凭据或原因]；阶段有：线索、在谈、签约、落地、开工、投产，以及搁置、流失、否决',
  examples: [
    '阶段 X113 签约 12亿 6月3日',
    '阶段 X113 开工 昨天 施工许可证已办',
    '阶段 X113 流失 落户外地：投资方选择了邻市',
  ],
  slots: {
    project: project(),
    to: choice('阶段', { ...STAGE_WORDS, [RESUME]: RESUME, 重启: RESUME }),
    agreement: amount('协议金额', { optional: true }),
    occurredOn: day('past', '日期', { optional: true }),
    note: rest('凭据或原因', { optional: true }),
  },
  kind: 'write',
  ability: 'report',
  run: ({ project: target, to, agreement, occurredOn, note: words }, context) =>
    report(target, { to: to as Told['to'], agreement, on: occurredOn, words }, context),
  actions: {
    more: {
      kind: 'write',
      run: async ({ id }, context, text = '') => {
        const asked = await question(context.tx, context, Number(id));
        if (asked.state !== 'open') throw new Refusal('pending.gone');
        const { what, project: number, to, on, words } = asked.args as unknown as Waiting;
        const [target] = await resolveProject(context.tx, { number });
        if (!target) throw new Refusal('pending.gone');
        const told = { to, agreement: undefined, on: on ?? undefined, words: words ?? undefined };
        const full = what === 'amount' ? withAmount(told, text, context) : withPlace(told, text);
        await settle(context.tx, Number(id));
        return report(target, full, context);
      },
    },
  },
});

/** A move that waits for the one thing that was asked for. */
interface Waiting {
  readonly what: 'amount' | 'where';
  readonly project: number;
  readonly to: Told['to'];
  readonly on: CalendarDate | null;
  readonly words: string | null;
}

function withAmount(told: Told, text: string, context: Context): Told {
  const figure = readFigure(text, 'CNY', false);
  if (!figure) throw new Refusal('stage.needs-amount');
  const rest = `${text.slice(0, figure.start)} ${text.slice(figure.end)}`;
  const day = readDay(rest, context, 'past', true);
  const words = day ? `${rest.slice(0, day.start)} ${rest.slice(day.end)}` : rest;
  const said = [told.words, words.replace(/^[\s,，。、]+|[\s,，。、]+$/g, '')].filter(Boolean).join(' ');
  return { ...told, agreement: figure.wan as Amount, on: day?.from ?? told.on, words: said || undefined };
}

const withPlace = (told: Told, text: string): Told => {
  const place = readLostTo(text) ?? (text.trim().length <= 12 && !/不|没/.test(text) ? text.trim() : null);
  const words = place === null ? UNKNOWN_PLACE : readLostTo(text) ? '' : `去了${place}，`;
  return { ...told, words: `${told.words ?? ''} ${words}${text}`.trim() };
};
