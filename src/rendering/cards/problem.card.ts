import { LIGHT_NAMES } from '../../domain/work/light.ts';
import { type ProblemView, problemNumber } from '../../domain/work/problem.ts';
import { dayText, deadlineText } from '../day.ts';
import { short } from '../format.ts';
import { facts, list, type Reply, say } from '../reply.ts';

/** One line of a list: "W12 二期用地未落实（发改局，6月12日前）🔴逾期". */
export function problemLine(problem: ProblemView): string {
  const light = problem.light && problem.light !== 'green' ? LIGHT_NAMES[problem.light] : '';
  const owner = problem.unitName ?? '未定责任单位';
  return `${problemNumber(problem)} ${short(problem.text, 30)}（${owner}，${dayText(problem.dueOn)}前）${light}`;
}

/** A problem with everything about it. */
export const problemCard = (problem: ProblemView, title: string): Reply => ({
  title: `${problemNumber(problem)} ${title}`,
  tone: problem.light === 'red' ? 'warn' : 'ok',
  parts: [
    facts(
      ['问题', problem.text],
      ['项目', `X${problem.projectId} ${problem.projectName}`],
      ['类型', problem.kind],
      ['责任单位', problem.unitName],
      ['时限', deadlineText(problem.dueOn, null)],
      ['状态', problem.state === 'solved' ? '已解决' : problem.light ? LIGHT_NAMES[problem.light] : null],
      ['对策', problem.answer],
      ['登记', problem.reporterName],
    ),
  ],
  buttons: [say('查看项目', `查 X${problem.projectId}`)],
  record: problemNumber(problem),
});

/** To the owner unit: a problem to be cleared. */
export const raisedCard = (problem: ProblemView): Reply => problemCard(problem, '新问题，请牵头解决');

/** Open problems, at most ten, the most urgent first. */
export const problemList = (problems: readonly ProblemView[], whose: string): Reply => ({
  title: problems.length === 0 ? `${whose}没有未解决的问题` : `${whose}未解决的问题 ${problems.length} 个`,
  tone: 'info',
  parts: problems.length === 0 ? [] : [list(problems.slice(0, 10).map(problemLine))],
});
