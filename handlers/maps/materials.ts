import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { materialCard, materialsReply } from '../../src/rendering/cards/material.card.ts';
import { addMaterial, handOver, listMaterials, retireMaterial } from '../../src/services/material.service.ts';

const ADD = /^(?:新增|添加|登记)\s*/;
const NUMBERED = /^(停用)?\s*(\d{1,6})(?:\s*号)?$/;
const LINK = /https?:\/\/[^\s，,]{4,300}/;

export default defineCommand({
  name: '资料',
  group: 'maps',
  synonyms: ['资料架', '宣传资料', '招商手册'],
  initials: 'zl',
  english: ['materials'],
  help: '发给客商的资料：投资指南、宣传片、政策汇编，要哪份给哪份，取用几次有数',
  usage: '资料 [名称] · 资料 编号 · 资料 新增 名称（附文件或写链接）· 资料 停用 编号',
  examples: ['资料', '资料 1', '资料 新增 宣传片 https://example.com/film'],
  slots: { said: rest('名称或编号', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ said = '' }, context) => {
    const { tx, files } = context;
    if (ADD.test(said)) {
      const link = LINK.exec(said)?.[0] ?? null;
      const title = said.replace(ADD, '').replace(LINK, '').trim();
      return materialCard(await addMaterial(tx, context, { title, link, files }), '已放上资料架');
    }
    const [, off, number] = NUMBERED.exec(said) ?? [];
    if (number && off) return materialCard(await retireMaterial(tx, context, Number(number)), '已停用，不再列出');
    if (number) return materialCard(await handOver(tx, Number(number)));
    const fits = (await listMaterials(tx)).filter(({ title }) => title.includes(said));
    const [only, second] = fits;
    return said && only && !second
      ? materialCard(await handOver(tx, only.id))
      : materialsReply(fits, said.slice(0, 20));
  },
});
