import { defineCommand } from '../../src/commands/define.ts';
import { choice, unit } from '../../src/commands/slots.ts';
import { mayEver } from '../../src/domain/org/access.ts';
import { taskList } from '../../src/rendering/cards/task-list.card.ts';
import { listTasks, TASK_FILTERS } from '../../src/services/task-list.service.ts';

const WORDS = {
  ...Object.fromEntries(TASK_FILTERS.map((filter) => [filter, filter])),
  未签收: '待签收',
  没签收: '待签收',
  没有签收: '待签收',
  超期: '逾期',
} as const;

export default defineCommand({
  name: '任务清单',
  group: 'work',
  synonyms: ['任务台账', '督办清单', '未签收', '待签收', '谁没签收'],
  initials: 'rwqd',
  english: ['tasks', 'unsigned'],
  help: '没办完的任务在谁手上：谁还没签收、哪些逾期、哪些等核验，按单位列',
  usage: '任务清单 [待签收、办理中、待核验或逾期] [单位]',
  examples: ['任务清单', '任务清单 待签收', '任务清单 逾期 城关镇'],
  slots: { state: choice('状态', WORDS, { optional: true }), unit: unit({ optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ state, unit: named }, context) => {
    const { actor, line, tx, vocabulary } = context;
    const all = mayEver(actor, 'verify') || actor.role === 'leader';
    const own = all ? undefined : vocabulary.units.find(({ id }) => id === actor.unitId);
    const of = named ?? own;
    const filter = TASK_FILTERS.find((one) => one === state) ?? (/[没未待]有?签收/.test(line) ? '待签收' : null);
    return taskList(await listTasks(tx, context, { filter, unitId: of?.id }), {
      whose: of?.name ?? '',
      filter,
      urges: all,
    });
  },
});
