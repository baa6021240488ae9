import { type Broadcast, RECEIPTS, type Receipt, type Standing } from '../../domain/work/broadcast.ts';
import { short } from '../format.ts';
import { type Button, list, note, type Reply, text } from '../reply.ts';

interface Sight {
  readonly broadcast: Broadcast;
  readonly sender: string;
  readonly standings: readonly Standing[];
}

const STEPS = Object.keys(RECEIPTS) as Receipt[];

/** What a unit's people are told, with a button for each step. */
export const broadcastAsk = ({ broadcast, sender }: Sight): Reply => ({
  title: `传达 ${broadcast.id}（${sender}）`,
  tone: 'ask',
  parts: [text(broadcast.text), note('请按办到哪一步回执；点了后面的，前面的就算办过。')],
  buttons: STEPS.map(
    (step): Button => ({
      label: RECEIPTS[step],
      press: { command: '传达', action: 'receipt', args: { id: broadcast.id, step } },
    }),
  ),
});

/** How far the units have come: who has not read it first, by name. */
export function broadcastCard({ broadcast, standings }: Sight, title?: string): Reply {
  const of = (step: Receipt | null): string[] =>
    standings.filter((one) => one.step === step).map(({ unit, person }) => (person ? `${unit}（${person}）` : unit));
  const silent = of(null);
  const lines = [...STEPS].reverse().flatMap((step) => {
    const units = of(step);
    return units.length > 0 ? [`${RECEIPTS[step]} ${units.length}：${units.join('、')}`] : [];
  });
  return {
    title: title ?? `传达 ${broadcast.id}：${standings.length - silent.length}/${standings.length} 个单位已回执`,
    tone: silent.length > 0 ? 'warn' : 'ok',
    parts: [
      text(short(broadcast.text, 80)),
      list([...(silent.length > 0 ? [`还没有回执 ${silent.length}：${silent.join('、')}`] : []), ...lines]),
    ],
    buttons:
      silent.length > 0 && broadcast.chasedAt === null
        ? [{ label: '催一下没回执的', press: { command: '传达', action: 'chase', args: { id: broadcast.id } } }]
        : [],
  };
}

/** A unit's own receipt. */
export const receiptCard = ({ broadcast }: Sight, step: Receipt): Reply => ({
  title: `传达 ${broadcast.id}：已记“${RECEIPTS[step]}”`,
  tone: 'ok',
});
