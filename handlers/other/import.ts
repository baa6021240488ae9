import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { TEMPLATE_EXAMPLES, TEMPLATE_HEADS } from '../../src/reading/import-columns.ts';
import type { ImportKind } from '../../src/reading/import-kind.ts';
import { importedReply, previewReply } from '../../src/rendering/cards/preview.card.ts';
import type { Part, Reply } from '../../src/rendering/reply.ts';
import { templateXlsx } from '../../src/rendering/xlsx/template.ts';
import { storeFile } from '../../src/services/file.service.ts';
import { confirmImport, dropImport, onlyFile, previewImport } from '../../src/services/import.service.ts';

const DROPPED: Reply = { title: '已放弃，没有写入任何内容', tone: 'info' };

export default defineCommand({
  name: '导入',
  group: 'other',
  synonyms: ['批量导入', '导入表格', '上传'],
  initials: 'dr',
  english: ['import'],
  help: '发一个 .xlsx，先看会写什么，确认后一次写入（花名册、项目台账、资金台账、目标、产业链）',
  usage: '导入（随附 .xlsx）· 导入 模板',
  examples: ['导入', '导入 模板'],
  slots: { what: rest('说明', { optional: true }) },
  kind: 'write',
  ability: 'set-up',
  run: async ({ what }, context) =>
    what?.includes('模板') && context.files.length === 0
      ? templates(context)
      : previewReply(await previewImport(context.tx, context, onlyFile(context.files))),
  actions: {
    confirm: {
      kind: 'write',
      run: async ({ id }, context) => importedReply(await confirmImport(context.tx, context, Number(id))),
    },
    drop: {
      kind: 'write',
      run: async ({ id }, context) => {
        await dropImport(context.tx, context, Number(id));
        return DROPPED;
      },
    },
    answer: {
      kind: 'write',
      run: async ({ id }, context, text = '') => {
        if (/^(?:确认|是|好|导入|ok)[。.!！]?$/i.test(text.trim())) {
          return importedReply(await confirmImport(context.tx, context, Number(id)));
        }
        if (!/^(?:放弃|取消|不|否)/.test(text.trim())) throw new Refusal('import.answer');
        await dropImport(context.tx, context, Number(id));
        return DROPPED;
      },
    },
  },
});

const NAMES: Readonly<Record<ImportKind, string>> = {
  roster: '花名册',
  projects: '项目台账',
  ledgers: '资金台账',
  targets: '目标任务',
  chains: '产业链',
  resources: '招商资源库',
  policies: '惠企政策清单',
  places: '载体一览',
};

async function templates(context: Context): Promise<Reply> {
  const parts: Part[] = [];
  for (const kind of Object.keys(NAMES) as ImportKind[]) {
    const bytes = await templateXlsx(NAMES[kind], TEMPLATE_HEADS[kind], TEMPLATE_EXAMPLES[kind]);
    const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    parts.push({ type: 'file', file: await storeFile(context.tx, { name: `${NAMES[kind]}模板.xlsx`, mime, bytes }) });
  }
  return { title: '导入模板：填好后和“导入”一起发回来', tone: 'info', parts };
}
