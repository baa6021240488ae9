import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { importedReply, previewReply } from '../../src/rendering/cards/preview.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { confirmImport, dropImport, onlyFile, previewImport } from '../../src/services/import.service.ts';

const DROPPED: Reply = { title: '已放弃，没有写入任何内容', tone: 'info' };

export default defineCommand({
  name: '导入',
  group: 'other',
  synonyms: ['导入表格', '上传'],
  initials: 'dr',
  english: ['import'],
  help: '发一个 .xlsx，先看会写什么，确认后一次写入（花名册、项目台账、目标）',
  usage: '导入（随附 .xlsx）',
  examples: ['导入'],
  slots: { what: rest('说明', { optional: true }) },
  kind: 'write',
  ability: 'set-up',
  run: async (_, context) => previewReply(await previewImport(context.tx, context, onlyFile(context.files))),
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
