import type { CalendarDate } from '../../domain/calendar/date.ts';
import { LIGHT_NAMES } from '../../domain/work/light.ts';
import { countKinds, type ProblemView, problemNumber } from '../../domain/work/problem.ts';
import { dayText, deadlineText } from '../day.ts';
import { short } from '../format.ts';
import { facts, list, note, type Reply, say, sayMore, text } from '../reply.ts';

/** One line of a list: "W12 二期用地未落实（发改局，6月12日前）🔴逾期". */
export function problemLine(problem: ProblemView): string {
  const light = problem.light && problem.light !== 'green' ? LIGHT_NAMES[problem.light] : '';
  const owner = problem.unitName ?? '未定责任单位';
  const met = problem.meetings > 0 ? `，协调 ${problem.meetings} 次` : '';
  const asked = problem.level ? `，${problem.level}` : '';
  return `${problemNumber(problem)} ${short(problem.text, 30)}（${owner}，${dayText(problem.dueOn)}前${met}${asked}）${light}`;
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
      ['层级', problem.level],
      ['协调会', problem.meetings > 0 ? `${problem.meetings} 次` : null],
      ['时限', deadlineText(problem.dueOn, null)],
      ['状态', problem.state === 'solved' ? '已解决' : problem.light ? LIGHT_NAMES[problem.light] : null],
      ['对策', problem.answer],
      ['登记', problem.reporterName],
    ),
  ],
  buttons: [
    ...(problem.state === 'open' ? [sayMore('记协调会', `协调 ${problemNumber(problem)}`)] : []),
    say('查看项目', `查 X${problem.projectId}`),
  ],
  record: problemNumber(problem),
});

/** To the owner unit: a problem to be cleared. */
export const raisedCard = (problem: ProblemView): Reply => problemCard(problem, '新问题，请牵头解决');

/** A problem that has been talked over, with its last meetings. */
export function coordinatedCard(problem: ProblemView, meetings: readonly Meeting[], changed: boolean): Reply {
  const day = meetings[0] ? dayText(meetings[0].heldOn) : '';
  const title = changed ? `已记第 ${problem.meetings} 次协调会` : `${day}的协调会已经记过，没有重复写入`;
  const card = problemCard(problem, title);
  const held = meetings.map(({ heldOn, text }) => `${dayText(heldOn)} ${short(text ?? '（没有写内容）', 40)}`);
  return {
    ...card,
    parts: [...(card.parts ?? []), list(held, '历次协调')],
    buttons: [sayMore('销号', `解决 ${problemNumber(problem)}`, 'primary'), ...(card.buttons ?? [])],
  };
}

interface Meeting {
  readonly heldOn: CalendarDate;
  readonly text: string | null;
}

/** How many problems fit a phone. */
const SHOWN = 8;

/** Open problems: how many of each kind, then the most urgent ones; buttons narrow to a kind. */
export function problemList(problems: readonly ProblemView[], whose: string, kind = ''): Reply {
  if (problems.length === 0) {
    const how = note('要登记，例如：问题 X113 二期用地没有落实 发改局 周五前。');
    return { title: `${whose}没有未解决的${kind}问题`, tone: 'ok', parts: [how] };
  }
  const kinds = countKinds(problems);
  const late = problems.filter(({ light }) => light === 'red').length;
  const asked = problems.filter(({ level }) => level !== null).length;
  const left = problems.length - SHOWN;
  return {
    title: `${whose}未解决的${kind}问题 ${problems.length} 个${late > 0 ? `，逾期 ${late} 个` : ''}`,
    tone: late > 0 ? 'warn' : 'info',
    parts: [
      text(
        `${kinds.map(([kind, count]) => `${kind} ${count}`).join('，')}${asked > 0 ? `；提请上级 ${asked} 个` : ''}`,
      ),
      list(problems.slice(0, SHOWN).map(problemLine)),
      ...(left > 0 ? [note(`按时限先后，还有 ${left} 个；写上单位、项目或类型可以只看一部分。`)] : []),
    ],
    buttons: kinds.length > 1 ? kinds.slice(0, 4).map(([kind]) => say(kind, `问题清单 ${kind}`)) : [],
  };
}
