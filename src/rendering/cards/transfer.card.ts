import { decimal, exact, subtract } from '../../domain/money/decimal.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Transfer } from '../../domain/project/transfer.ts';
import { percent } from '../format.ts';
import { type Button, facts, note, type Reply, say } from '../reply.ts';
import { projectTitle } from './project.card.ts';

interface Sight {
  readonly transfer: Transfer;
  readonly project: Project;
  readonly fromUnit: string;
  readonly toUnit: string;
}

const TITLES: Readonly<Record<Transfer['state'], string>> = {
  proposed: '流转申请',
  accepted: '流转待投促中心确认',
  done: '已流转',
  refused: '流转没有成',
};

const NOTES: Readonly<Record<Transfer['state'], string>> = {
  proposed: '接收单位同意、投促中心确认后生效；在那以前业绩不变。',
  accepted: '双方已同意，投促中心确认后生效。',
  done: '从今天起，签约、资金等各项指标都按这个比例分别计入两个单位；以前的不变。',
  refused: '没有改动项目和业绩归属。',
};

/** A transfer as it stands, with what may be pressed next (`asks`: who is asked now). */
export function transferCard(sight: Sight, asks: 'unit' | 'staff' | 'nobody' = 'nobody'): Reply {
  const { transfer, project, fromUnit, toUnit } = sight;
  const rest = subtract(decimal('1'), transfer.fromShare);
  return {
    title: `${TITLES[transfer.state]}：${projectTitle(project)}`,
    tone: asks === 'nobody' ? (transfer.state === 'refused' ? 'warn' : 'ok') : 'ask',
    record: `X${project.id}`,
    parts: [
      facts(
        ['转出', `${fromUnit} ${percent(exact(transfer.fromShare))}`],
        ['接收', `${toUnit} ${percent(exact(rest))}`],
        ['期限', transfer.years === null ? null : `${transfer.years} 年，期满后全部归${toUnit}`],
        ['理由', transfer.reason],
      ),
      note(NOTES[transfer.state]),
    ],
    buttons: asks === 'nobody' ? [say('查看项目', `查 X${project.id}`)] : buttonsOf(transfer.id, asks),
  };
}

const buttonsOf = (id: number, asks: 'unit' | 'staff'): Button[] => [
  {
    label: asks === 'unit' ? '同意接收' : '确认流转',
    style: 'primary',
    press: { command: '流转', action: asks === 'unit' ? 'accept' : 'approve', args: { id } },
  },
  { label: '不同意', style: 'danger', press: { command: '流转', action: 'refuse', args: { id } } },
];
