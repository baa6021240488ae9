import type { CalendarDate } from '../../domain/calendar/date.ts';
import { type Praise, praiseCounts } from '../../domain/work/praise.ts';
import { dayText } from '../day.ts';
import { short } from '../format.ts';
import { list, note, type Reply, sayMore } from '../reply.ts';

interface Named {
  readonly kind: 'unit' | 'person';
  readonly id: number;
  readonly name: string;
}

/** In the chat: who is recognised for what, called by name. */
export const praiseReply = (names: readonly Named[], text: string, by: string): Reply => ({
  title: `👍 表扬${names.map(({ name }) => name).join('、')}：${text}`,
  tone: 'ok',
  parts: [note(`${by}提出，已告诉本人和单位负责人；发“表扬”看本月。`)],
  mentions: names.flatMap(({ kind, id, name }) => (kind === 'person' ? [{ personId: id, name }] : [])),
});

/** All of it had been said today. */
export const praisedBefore = (): Reply => ({ title: '今天已经这样表扬过，没有重复写入', tone: 'info' });

/** To who is recognised, and to the heads of the unit. */
export const praisedCard = ({ text, by, whose }: { text: string; by: string; whose: string }): Reply => ({
  title: `👍 ${by}表扬了${whose}：${text}`,
  tone: 'ok',
});

const SHOWN = 6;

/** Who was recognised in a period, how often, and for what last. */
export function praisesReply(praises: readonly Praise[], label: string, today: CalendarDate): Reply {
  if (praises.length === 0)
    return {
      title: `${label}还没有表扬`,
      tone: 'info',
      parts: [note('例如：表扬 @李四 提前五天办完数控机床项目用地手续')],
      buttons: [sayMore('表扬', '表扬')],
    };
  const counts = praiseCounts(praises);
  return {
    title: `${label}表扬 ${praises.length} 次，${counts.length} 个人和单位`,
    tone: 'ok',
    parts: [
      list(
        counts.slice(0, SHOWN).map(({ whose, count }) => `${whose} ${count} 次`),
        '次数',
      ),
      list(
        praises
          .slice(0, SHOWN)
          .map(({ on, whose, text, by }) => `${dayText(on, today)} ${whose}：${short(text, 40)}（${by}）`),
        '最近',
      ),
    ],
  };
}
