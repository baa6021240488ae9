import type { Succession } from '../../domain/work/succession.ts';
import { short } from '../format.ts';
import { type Button, facts, list, note, type Reply } from '../reply.ts';

interface Sight {
  readonly succession: Succession;
  readonly from: string;
  readonly to: string;
  readonly items: readonly string[];
}

const press = (label: string, action: string, id: number, style: Button['style']): Button => ({
  label,
  ...(style ? { style } : {}),
  press: { command: '交接', action, args: { id } },
});

/** A handover as it stands: what goes over, who has signed, and the way to sign while it waits. */
export function successionCard({ succession, from, to, items }: Sight): Reply {
  const { id, state, fromSignedAt, toSignedAt, reason } = succession;
  const titles = { asked: '待签字', done: '已办完', refused: '没有办，事项不变' } as const;
  const waits = [fromSignedAt ? null : from, toSignedAt ? null : to].filter((name) => name !== null);
  return {
    title: `工作交接 ${from} → ${to}：${items.length} 项，${titles[state]}`,
    tone: state === 'asked' ? 'ask' : state === 'done' ? 'ok' : 'warn',
    parts: [
      ...(reason ? [facts(['原因', reason])] : []),
      list(items.slice(0, 8).map((item) => short(item, 40))),
      ...(items.length > 8 ? [note(`另有 ${items.length - 8} 项，一并交接。`)] : []),
      ...(state === 'asked' ? [note(`还等 ${waits.join('、')} 签字；都签了立即生效，办过的记录不变。`)] : []),
    ],
    buttons: state === 'asked' ? [press('签字', 'sign', id, 'primary'), press('不同意', 'refuse', id, 'danger')] : [],
  };
}
