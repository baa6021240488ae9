import { defineCommand } from '../../src/commands/define.ts';
import { exportedSheet, headingOf } from '../../src/commands/exported.ts';
import { record, rest, unit } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { effectsCard, effectsReply } from '../../src/rendering/cards/effect.card.ts';
import { effectsSheet } from '../../src/rendering/xlsx/collections.ts';
import { listEffects, tellEffects } from '../../src/services/effect.service.ts';
import { knownProject } from '../../src/services/resolve.service.ts';

export default defineCommand({
  name: '成效',
  group: 'pipeline',
  synonyms: ['项目成效', '带动成效', '社会效益'],
  initials: 'chengx',
  english: ['effects'],
  help: '项目给当地带来什么：就业、村集体增收、盘活土地、带动农户；按单位汇总',
  usage: '成效 项目 就业几人 村集体增收多少 盘活几亩 带动几户 · 成效 [单位] [导出]',
  examples: ['成效 X113 就业120人 村集体增收30万元 盘活40亩', '成效', '成效 城关镇', '成效 导出'],
  slots: {
    about: record('X', '项目编号', { optional: true }),
    unit: unit({ optional: true }),
    said: rest('成效', { optional: true }),
  },
  kind: 'write',
  ability: 'look',
  run: async ({ about, unit: of, said }, context) => {
    const { tx, actor, today, vocabulary } = context;
    const nameOf = (id: number) => vocabulary.units.find((unit) => unit.id === id)?.name;
    if (about === undefined && said === '导出')
      return exportedSheet(
        context,
        effectsSheet(headingOf(context), await listEffects(tx, { unitId: of?.id }), nameOf),
      );
    if (about === undefined && said) throw new Refusal('name.unknown', { name: said.slice(0, 20) });
    if (about === undefined) return effectsReply(await listEffects(tx, { unitId: of?.id }), of?.name ?? '');
    const project = await knownProject(tx, actor, about);
    if (!said) return effectsCard(project, await listEffects(tx, { projectId: project.id }), today, '成效');
    return effectsCard(project, await tellEffects(tx, context, project, said), today, '已记成效');
  },
});
