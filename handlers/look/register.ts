import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { rest, unit } from '../../src/commands/slots.ts';
import { registerCard } from '../../src/rendering/cards/register.card.ts';
import { type Reply, say } from '../../src/rendering/reply.ts';
import { registerWorkbook } from '../../src/rendering/xlsx/register.ts';
import { storeFile } from '../../src/services/file.service.ts';
import { registerAll, registerFilter, registerPage } from '../../src/services/register.service.ts';

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export default defineCommand({
  name: '台账',
  group: 'look',
  synonyms: ['项目台账', '项目列表'],
  initials: 'tz',
  english: ['register', 'list'],
  help: '本单位的项目，可按单位、阶段、产业链筛选，可导出 Excel',
  usage: '台账 [单位] [阶段或产业链] [导出]',
  examples: ['台账', '台账 签约', '台账 导出'],
  slots: { unit: unit({ optional: true }), words: rest('筛选', { optional: true }) },
  // A write because an export is noted: who took which rows away, and when.
  kind: 'write',
  ability: 'look',
  run: async ({ unit, words = '' }, context) => {
    const page = Number(/第(\d{1,4})页/.exec(words)?.[1] ?? 1);
    const text = words.replace(/第\d{1,4}页|导出/g, ' ').trim();
    const filter = registerFilter(context, unit?.id ?? null, text);
    if (words.includes('导出')) return exported(context, filter);
    const asked = [unit?.name, text].filter((part) => part).join(' ');
    return registerCard(await registerPage(context.tx, filter, page), asked);
  },
});

async function exported(context: Context, filter: ReturnType<typeof registerFilter>): Promise<Reply> {
  const lines = await registerAll(context.tx, filter);
  const bytes = await registerWorkbook(lines, {
    org: context.org.name,
    issuer: context.actor.name,
    today: context.today,
  });
  const file = await storeFile(context.tx, { name: `项目台账${context.today}.xlsx`, mime: MIME, bytes });
  return {
    title: `已导出台账，共 ${lines.length} 个项目`,
    tone: 'ok',
    parts: [{ type: 'file', file }],
    buttons: [say('看台账', '台账')],
  };
}
