import { defineCommand } from '../../src/commands/define.ts';
import { choice, project, unit } from '../../src/commands/slots.ts';
import { PROBLEM_KINDS } from '../../src/domain/work/problem.ts';
import { problemList } from '../../src/rendering/cards/problem.card.ts';
import { listProblems } from '../../src/services/problem.service.ts';

const ASKED = '提请上级';
const KINDS = Object.fromEntries([...PROBLEM_KINDS, ASKED].map((kind) => [kind, kind]));

export default defineCommand({
  name: '问题清单',
  group: 'work',
  synonyms: ['问题库', '堵点清单', '难题清单', '问题汇总'],
  initials: 'wtqd',
  english: ['problems', 'issues'],
  help: '还没解决的问题：按类型、单位、项目看，提请上级的单列',
  usage: '问题清单 [类型] [单位] [项目]（类型：用地、资金、环评、招投标、用工、其他、提请上级）',
  examples: ['问题清单', '问题清单 用地', '问题清单 城关镇', '问题清单 提请上级'],
  slots: {
    project: project({ optional: true, whose: 'any' }),
    kind: choice('类型', KINDS, { optional: true }),
    unit: unit({ optional: true }),
  },
  kind: 'read',
  ability: 'look',
  run: async ({ project: about, kind, unit: of }, context) => {
    const all = await listProblems(context.tx, context, { unitId: of?.id, projectId: about?.id });
    const fits = all.filter((one) => !kind || (kind === ASKED ? one.level !== null : one.kind === kind));
    return problemList(fits, about?.name ?? of?.name ?? '', kind);
  },
});
