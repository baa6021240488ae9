import { exact } from '../../domain/money/decimal.ts';
import { type CommitmentView, commitmentNumber, type Fulfilment, needsReview } from '../../domain/work/commitment.ts';
import { LIGHT_NAMES } from '../../domain/work/light.ts';
import { dayText, deadlineText } from '../day.ts';
import { percent, short } from '../format.ts';
import { facts, list, note, type Part, type Reply, say, sayMore, text } from '../reply.ts';

/** A commitment with everything about it; words that need the fair-competition review are pointed at, never blocked. */
export function commitmentCard(commitment: CommitmentView, title: string): Reply {
  const number = commitmentNumber(commitment);
  const kept = commitment.state === 'kept';
  return {
    title: `${number} ${title}`,
    tone: commitment.light === 'red' ? 'warn' : 'ok',
    record: number,
    parts: [
      facts(
        ['承诺', commitment.text],
        ['项目', `X${commitment.projectId} ${commitment.projectName}`],
        ['兑现单位', commitment.unitName],
        ['时限', deadlineText(commitment.dueOn, null)],
        ['状态', kept ? '已兑现' : commitment.light && LIGHT_NAMES[commitment.light]],
        ['兑现', commitment.keptOn && `${dayText(commitment.keptOn)}${late(commitment)}`],
        ['依据', commitment.evidence],
        ['公平竞争审查', commitment.reviewNumber],
        ['登记', commitment.makerName],
      ),
      ...reviewNote(commitment),
    ],
    buttons: [
      ...(kept ? [] : [sayMore('兑现', `兑现 ${number}`, 'primary')]),
      say('查看项目', `查 X${commitment.projectId}`),
    ],
  };
}

const late = ({ keptOn, dueOn }: CommitmentView): string => (keptOn !== null && keptOn > dueOn ? '（晚于时限）' : '');

function reviewNote(commitment: CommitmentView): readonly Part[] {
  if (commitment.reviewNumber !== null || !needsReview(commitment.text)) return [];
  return [
    note(
      `这类内容要先作公平竞争审查（《公平竞争审查条例》，2024年8月1日起施行）。审查过了发“兑现 ${commitmentNumber(commitment)} 审查 编号”记下。`,
    ),
  ];
}

/** To the unit that answers for it. */
export const madeCard = (commitment: CommitmentView): Reply => commitmentCard(commitment, '新承诺，请按时兑现');

const SHOWN = 8;

/** Open commitments, the most urgent first, and how each unit has kept what was due. */
export function commitmentList(
  { open, kept }: { readonly open: readonly CommitmentView[]; readonly kept: readonly Fulfilment[] },
  whose: string,
): Reply {
  const lateCount = open.filter(({ light }) => light === 'red').length;
  const left = open.length - SHOWN;
  return {
    title:
      open.length === 0
        ? `${whose}没有待兑现的承诺`
        : `${whose}待兑现的承诺 ${open.length} 项${lateCount > 0 ? `，逾期 ${lateCount} 项` : ''}`,
    tone: lateCount > 0 ? 'warn' : 'info',
    parts: [
      open.length > 0
        ? list(open.slice(0, SHOWN).map(commitmentLine))
        : note('要登记，例如：承诺 X113 道路通到围墙 住建局 年底前。'),
      ...(left > 0 ? [note(`按时限先后，还有 ${left} 项；写上单位或项目可以只看一部分。`)] : []),
      ...(kept.length > 0 ? [text(`到期兑现率：${kept.map(rateText).join('；')}`)] : []),
    ],
  };
}

/** One line of a list. */
function commitmentLine(commitment: CommitmentView): string {
  const light = commitment.light && commitment.light !== 'green' ? LIGHT_NAMES[commitment.light] : '';
  const owner = commitment.unitName ?? '未定单位';
  return `${commitmentNumber(commitment)} X${commitment.projectId} ${short(commitment.text, 26)}（${owner}，${dayText(commitment.dueOn)}前）${light}`;
}

const rateText = ({ unit, due, kept, late: lately }: Fulfilment): string =>
  `${unit} ${kept}/${due} ${percent(exact(kept).div(exact(due)), 0)}${lately > 0 ? `（晚 ${lately} 项）` : ''}`;
