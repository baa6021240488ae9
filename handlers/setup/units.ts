import { defineCommand } from '../../src/commands/define.ts';
import { choice, rest, unit } from '../../src/commands/slots.ts';
import { DEFAULT_GROUPS, UNIT_KINDS, type UnitKind, unitKindOf } from '../../src/domain/org/unit-kind.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { unitCard, unitsReply } from '../../src/rendering/cards/unit.card.ts';
import { addUnit, changeUnit, endUnit, listUnits } from '../../src/services/roster.service.ts';

const ACTIONS = {
  新增: '新增',
  添加: '新增',
  别名: '简称',
  简称: '简称',
  分组: '分组',
  改名: '改名',
  撤并: '撤并',
  停用: '撤并',
};

export default defineCommand({
  name: '单位',
  group: 'setup',
  synonyms: ['单位名单'],
  initials: 'dwmd',
  english: ['units'],
  help: '看单位名单；投促中心新增、改名、加简称、分组、撤并',
  usage: '单位 · 单位 新增 名称 [类别] [某某组] · 单位 简称/分组/改名/撤并 单位 …',
  examples: ['单位', '单位 新增 城西街道 乡镇街道 乡镇组', '单位 简称 临洺关镇 洺关', '单位 撤并 城西街道'],
  slots: {
    action: choice('操作', ACTIONS, { optional: true }),
    kind: choice('类别', Object.fromEntries(UNIT_KINDS.map((kind) => [kind, kind])), { optional: true }),
    unit: unit({ optional: true }),
    text: rest('名称', { optional: true }),
  },
  kind: 'write',
  ability: 'look',
  run: async ({ action, kind, unit: which, text = '' }, context) => {
    const { tx } = context;
    if (!action) return unitsReply(await listUnits(tx));
    const words = text.split(/\s+/).filter(Boolean);
    const group = words.find((word) => word.endsWith('组'));
    if (action === '新增') {
      const name = words.find((word) => word !== group) ?? which?.name ?? '';
      const sort = (kind ?? unitKindOf(name)) as UnitKind | null;
      if (!sort) throw new Refusal('unit.kind', { name });
      const unit = { name, kind: sort, rankingGroup: group ?? DEFAULT_GROUPS[sort], startsOn: context.today };
      return unitCard(await addUnit(tx, context, unit), '已新增');
    }
    if (!which) throw new Refusal('name.unknown', { name: words[0] ?? '' });
    switch (action) {
      case '简称': {
        const aliases = (await listUnits(tx)).find(({ id }) => id === which.id)?.aliases ?? [];
        return unitCard(await changeUnit(tx, context, which.id, { aliases: [...aliases, ...words] }), '已加简称');
      }
      case '分组':
        return unitCard(await changeUnit(tx, context, which.id, { rankingGroup: group ?? null }), '已调整分组');
      case '改名':
        return unitCard(await changeUnit(tx, context, which.id, { name: words[0] ?? '' }), '已改名');
      default:
        return unitCard(await endUnit(tx, context, which.id, context.today), '已撤并，今后不再排名');
    }
  },
});
