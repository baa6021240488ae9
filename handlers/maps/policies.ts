import { defineCommand } from '../../src/commands/define.ts';
import { exportedSheet, headingOf } from '../../src/commands/exported.ts';
import { rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readPolicy } from '../../src/reading/policy.ts';
import { policiesReply, policyCard } from '../../src/rendering/cards/policy.card.ts';
import { policiesSheet } from '../../src/rendering/xlsx/collections.ts';
import { addPolicy, listPolicies, loadPolicy, retirePolicy } from '../../src/services/policy.service.ts';

const ADD = /^(?:新增|添加|登记)\s*/;
const NUMBERED = /^(停用)?\s*(\d{1,6})(?:\s*号)?$/;

export default defineCommand({
  name: '政策',
  group: 'maps',
  synonyms: ['惠企政策', '政策库', '政策清单'],
  initials: 'zc',
  english: ['policies', 'policy'],
  help: '查政策、措施、金融工具和平台：给什么、给谁、依据；投促中心登记（可附原文）',
  usage:
    '政策 [类型、产业或关键词] [导出] · 政策 编号 · 政策 新增 名称 支持 内容 [产业、门槛、依据、有效期] · 政策 停用 编号',
  examples: [
    '政策',
    '政策 金融',
    '政策 导出',
    '政策 新增 工业用地弹性出让 支持 先租后让、租让结合 产业 装备制造 门槛 1亿 依据 云政发〔2026〕3号 有效期 2027年底',
  ],
  slots: { said: rest('内容', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ said = '' }, context) => {
    const { tx, today, calendar } = context;
    if (ADD.test(said)) {
      const told = readPolicy(said.replace(ADD, ''), today, calendar);
      const { policy, changed } = await addPolicy(tx, context, told, context.files);
      return policyCard(policy, today, changed ? '已登记政策' : '早已登记，没有重复写入');
    }
    const [, off, number] = NUMBERED.exec(said) ?? [];
    if (number && off) return policyCard(await retirePolicy(tx, context, Number(number)), today, '已停用，不再列出');
    if (number) return policyCard(await loadPolicy(tx, Number(number)), today);
    if (/^停用/.test(said)) throw new Refusal('policy.none', { policy: '' });
    const words = said.replace(/\s*导出\s*/, ' ').trim();
    const fits = (await listPolicies(tx)).filter(({ title, kind, gives, chains, types, source }) =>
      [title, kind, gives, source ?? '', ...chains, ...types].some((each) => each.includes(words)),
    );
    if (said.includes('导出')) return exportedSheet(context, policiesSheet(headingOf(context), fits));
    return policiesReply(fits, words.slice(0, 20), today);
  },
});
