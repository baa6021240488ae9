import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { rest, unit } from '../../src/commands/slots.ts';
import { pipelinesCard } from '../../src/rendering/cards/pipelines.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { XLSX } from '../../src/rendering/report/files.ts';
import { registerWorkbook } from '../../src/rendering/xlsx/register.ts';
import { storeFile } from '../../src/services/file.service.ts';
import { pipelines, type RegisterFilter, readFilter, wholeRegister } from '../../src/services/register.service.ts';
import { registerReply } from './_list.ts';

export default defineCommand({
  name: '台账',
  group: 'look',
  synonyms: ['台帐', '清单', '明细', '项目清单', '项目台账'],
  initials: 'tz',
  english: ['register', 'list', 'projects'],
  help: '本单位项目清单，可按阶段、产业链、公海筛选；加“导出”得 Excel，“汇总”看各单位梯次',
  usage:
    '台账 [单位] [阶段或产业链或公海或关键词] [导出] · 台账 汇总 · 台账 预计（下个阶段的预计时间）· 台账 流失（原因和去向）',
  examples: ['台账', '台账 签约', '台账 导出', '台账 汇总', '台账 预计', '台账 流失'],
  slots: { unit: unit({ optional: true }), words: rest('筛选', { optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ unit: asked, words = '' }, context) => {
    if (words.includes('汇总')) return pipelinesCard(await pipelines(context.tx));
    const filter = readFilter(words.replace('导出', ' '), asked?.id ?? null, context);
    return words.includes('导出') ? exported(filter, context) : registerReply(filter, 1, context);
  },
  actions: {
    page: {
      kind: 'read',
      run: async ({ filter, page: wanted }, context) =>
        registerReply(JSON.parse(String(filter)) as RegisterFilter, Number(wanted), context),
    },
    export: {
      kind: 'read',
      run: async ({ filter }, context) => exported(JSON.parse(String(filter)) as RegisterFilter, context),
    },
  },
});

async function exported(filter: RegisterFilter, context: Context): Promise<Reply> {
  const { tx, org, today, actor } = context;
  const register = await wholeRegister(tx, context, filter);
  const bytes = await registerWorkbook({
    org: org.name,
    title: register.title,
    by: actor.name,
    today,
    timeZone: org.timeZone,
    rows: register.rows,
  });
  const file = await storeFile(tx, { name: `${register.title}${today}.xlsx`, mime: XLSX, bytes });
  return { title: `已导出 ${register.rows.length} 个项目`, tone: 'ok', parts: [{ type: 'file', file }] };
}
