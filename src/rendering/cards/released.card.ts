import type { Project } from '../../domain/project/project.ts';
import { list, note, type Reply, say } from '../reply.ts';

/** To a unit: leads that went back to the pool because their protection ended. */
export const releasedCard = (projects: readonly Project[]): Reply => ({
  title: `首报保护到期，${projects.length} 条线索已转入公海`,
  tone: 'warn',
  parts: [
    list(projects.slice(0, 8).map(({ id, name }) => `X${id} ${name}`)),
    ...(projects.length > 8 ? [note(`还有 ${projects.length - 8} 条`)] : []),
    note('有新进展的单位可以“认领”。'),
  ],
  buttons: projects.slice(0, 2).map(({ id }) => say(`认领 X${id}`, `认领 X${id}`)),
});
