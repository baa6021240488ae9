import { list, note, type Reply, say, text } from '../reply.ts';

interface Objection {
  readonly id: number;
  readonly unit: string;
  readonly person: string;
  readonly text: string;
  readonly verdict: 'upheld' | 'dismissed' | null;
  readonly answer: string | null;
}

const stateOf = ({ verdict }: Objection): string =>
  verdict === null ? '待答复' : verdict === 'upheld' ? '成立' : '不成立';

/** An objection as it stands: to staff with buttons, to the objector with the answer. */
export const objectionCard = (objection: Objection): Reply => ({
  title: `异议 ${objection.id}：${objection.unit}（${stateOf(objection)}）`,
  tone: objection.verdict === null ? 'ask' : 'info',
  parts: [
    text(`${objection.person}：${objection.text}`),
    ...(objection.answer ? [text(`答复：${objection.answer}`)] : []),
    ...(objection.verdict === 'upheld' ? [note('核对后不列入黄旗。')] : []),
  ],
  buttons:
    objection.verdict === null
      ? [say('成立', `异议 成立 ${objection.id}`, 'primary'), say('不成立', `异议 不成立 ${objection.id}`)]
      : [],
});

/** To the objector: it is on record. */
export const objectedReply = (objection: Objection): Reply => ({
  title: `已记录异议 ${objection.id}，投促中心会答复`,
  tone: 'ok',
  parts: [text(objection.text)],
});

/** The objections of the quarter. */
export const objectionsReply = (objections: readonly Objection[]): Reply => ({
  title: objections.length === 0 ? '本季没有异议' : `本季异议 ${objections.length} 件`,
  tone: 'info',
  parts:
    objections.length === 0
      ? []
      : [list(objections.map((one) => `${one.id} ${one.unit}（${stateOf(one)}）：${one.text.slice(0, 60)}`))],
});
