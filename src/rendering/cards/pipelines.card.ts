import { STAGES } from '../../domain/project/project.ts';
import { note, type Reply, say, text } from '../reply.ts';

interface Pipeline {
  readonly unit: string;
  readonly counts: ReadonlyMap<string, number>;
}

/** From the best to the worst: what the furthest of a unit's projects has reached. */
const GRADES: readonly (readonly [words: string, stages: readonly string[]])[] = [
  ['有投产', ['投产', '竣工']],
  ['有开工、没有投产', ['开工']],
  ['有签约、没有开工', ['签约', '落地']],
  ['只有在谈和线索', ['在谈', '意向', '线索']],
];

/** 台账 汇总: how many projects of each unit stand at each stage, and the units graded by how far they have come. */
export function pipelinesCard(pipelines: readonly Pipeline[]): Reply {
  const stages = STAGES.filter((stage) => pipelines.some(({ counts }) => counts.has(stage)));
  const grades = new Map<string, string[]>();
  for (const { unit, counts } of pipelines) {
    const grade = GRADES.find(([, reached]) => reached.some((stage) => counts.has(stage)))?.[0] ?? '没有项目';
    grades.set(grade, [...(grades.get(grade) ?? []), unit]);
  }
  const lines = [...GRADES.map(([words]) => words), '没有项目'].flatMap((grade) => {
    const units = grades.get(grade);
    return units ? [text(`${grade}（${units.length}）：${units.join('、')}`)] : [];
  });
  return {
    title: `各单位项目梯次（${pipelines.length} 个单位）`,
    tone: 'info',
    parts: [
      ...lines,
      {
        type: 'table',
        columns: [{ head: '单位' }, ...stages.map((stage) => ({ head: stage, align: 'right' as const }))],
        rows: pipelines.map(({ unit, counts }) => [unit, ...stages.map((stage) => String(counts.get(stage) ?? 0))]),
      },
      note('按现在的阶段数；搁置、流失、否决的不算。'),
    ],
    buttons: [say('看清单', '台账'), say('看排行', '排行')],
  };
}
