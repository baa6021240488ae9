import { defineCommand } from '../../src/commands/define.ts';
import { project, rest } from '../../src/commands/slots.ts';
import { diligenceCard, diligenceReply } from '../../src/rendering/cards/diligence.card.ts';
import { diligenceList, diligenceOf, tellDiligence } from '../../src/services/diligence.service.ts';

export default defineCommand({
  name: '尽调',
  group: 'pipeline',
  synonyms: ['资信', '企业尽调', '投资方调查', '背调'],
  initials: 'jind',
  english: ['diligence'],
  help: '记下投资方的实力和风险（查公示系统得来），项目卡和评估里都看得到；看谁还没查、谁有风险',
  usage: '尽调 项目 实力强/中/弱 风险无/低/中/高 [情况] [来源 …] · 尽调 项目 · 尽调',
  examples: ['尽调 X113 实力强 风险低 注册资本5000万，被执行1起已结 来源 信用公示系统', '尽调 X113', '尽调'],
  slots: { project: project({ optional: true, whose: 'any' }), said: rest('实力、风险、情况', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ project: about, said }, context) => {
    const { tx, today } = context;
    if (!about) return diligenceReply(await diligenceList(tx, context), today);
    if (said) await tellDiligence(tx, context, about, said);
    return diligenceCard(about, await diligenceOf(tx, context, about), today, said ? '已记尽调' : '尽调');
  },
});
