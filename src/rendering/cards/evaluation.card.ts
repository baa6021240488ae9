import type { Fulfilment } from '../../domain/evaluation/forecast.ts';
import type { Evaluation } from '../../domain/evaluation/three-books.ts';
import type { Diligence } from '../../domain/project/diligence.ts';
import type { Project } from '../../domain/project/project.ts';
import { facts, note, type Part, type Reply, say } from '../reply.ts';
import { fulfilmentPart } from './fulfilment.card.ts';
import { projectTitle } from './project.card.ts';

const ADVICE: Readonly<Record<Evaluation['verdict'], string>> = {
  理想项目: '理想项目，不惜代价引进',
  好项目: '好项目，不能流失',
  可洽谈: '可以洽谈',
  不予引进: '不予引进',
};

/** 三本账: the verdict first, each figure beside what is asked for, what is missing with how to give it. */
export function evaluationCard({
  project,
  evaluation,
  fulfilment,
  diligence,
}: {
  readonly project: Project;
  readonly evaluation: Evaluation;
  readonly fulfilment: Fulfilment | null;
  readonly diligence: Diligence | null;
}): Reply {
  const { books, missing, veto, verdict, passes } = evaluation;
  const open = missing.length > 0 && !veto;
  const parts: Part[] = books.map(({ name, passed, figures }) =>
    facts([
      `${name} ${passed === null ? '待补' : passed ? '✓ 达标' : '✗ 未达标'}`,
      figures
        .map(
          (one) =>
            `${one.name} ${one.value === null ? '未知' : `${one.value}${one.unit}`}（标准 ${one.wanted}${one.unit}）`,
        )
        .join('；'),
    ]),
  );
  if (open)
    parts.push(
      note(
        `还缺：${missing.join('、')}。补上再算：评估 X${project.id} 年税收 3000万；企业不愿提供的，写：评估 X${project.id} 税收不提供。`,
      ),
    );
  parts.push(
    diligence
      ? facts([
          '投资方',
          `实力${diligence.strength}，${diligence.risk === '无' ? '未见风险' : `风险${diligence.risk}`}`,
        ])
      : note(`投资方的实力和风险还没查：尽调 X${project.id} 实力强 风险低 …`),
  );
  if (fulfilment) parts.push(fulfilmentPart(fulfilment));
  return {
    title: `${projectTitle(project)}：${veto ? `有一票否决（${veto}），` : `三本账达标 ${passes} 本，`}${ADVICE[verdict]}${open ? '（数据未齐，暂定）' : ''}`,
    tone: verdict === '不予引进' || diligence?.risk === '高' ? 'warn' : 'ok',
    record: `X${project.id}`,
    parts,
    buttons: [say('查看项目', `查 X${project.id}`)],
  };
}
