import { type Tip, tipNumber } from '../../domain/tip.ts';
import { maskedMobile, short } from '../format.ts';
import { type Button, list, note, type Reply, text } from '../reply.ts';
import type { AlikeSight } from './lead.card.ts';

const press = (label: string, action: string, id: number, style?: Button['style']): Button => ({
  label,
  press: { command: '荐商', action, args: { id } },
  ...(style ? { style } : {}),
});

/** To who gave it: the receipt, and what happens next. */
export const receiptCard = (tip: Tip): Reply => ({
  title: `已收到，回执 ${tipNumber(tip)}`,
  tone: 'ok',
  parts: [
    text(short(tip.text, 60)),
    note(
      `投促中心会看，采不采纳都会在这里告诉您。查办理情况发：荐商 ${tipNumber(tip)}。只有工作人员看得到您留的电话。`,
    ),
  ],
});

/** To who gave it: how it stands. */
export function tipStateCard(tip: Tip): Reply {
  const states: Readonly<Record<Tip['state'], string>> = {
    new: '投促中心正在看',
    taken: '已采纳，登记为招商线索，有进展会有人联系您，感谢您的推荐',
    declined: `没有采纳：${tip.answer ?? ''}`,
  };
  return {
    title: `回执 ${tipNumber(tip)}：${states[tip.state]}`,
    tone: tip.state === 'declined' ? 'warn' : 'info',
    parts: [text(short(tip.text, 60))],
  };
}

/** To staff: somebody outside gave a lead. */
export const tipCard = (tip: Tip): Reply => ({
  title: `社会线索 ${tipNumber(tip)}${tip.senderName ? `（${tip.senderName}）` : ''}`,
  tone: 'ask',
  parts: [
    text(tip.text.length > 300 ? `${tip.text.slice(0, 299)}…` : tip.text),
    note(`收为线索后进公海，由单位认领，提供人记为引荐人。不采纳写原因：荐商 ${tipNumber(tip)} 不采纳 原因。`),
  ],
  buttons: [press('收为线索', 'take', tip.id, 'primary'), press('不采纳', 'decline', tip.id)],
  private: true,
});

/** To staff: what waits. Telephones are masked: the list may be read in a group. */
export const tipsCard = (tips: readonly Tip[]): Reply =>
  tips.length === 0
    ? { title: '没有待处理的社会线索', tone: 'ok' }
    : {
        title: `待处理的社会线索 ${tips.length} 条`,
        tone: 'info',
        parts: [
          list(
            tips
              .slice(0, 8)
              .map(
                (tip) =>
                  `${tipNumber(tip)} ${short(tip.text.replace(/1\d{10}/g, maskedMobile).replace(/\s+/g, ' '), 40)}`,
              ),
          ),
        ],
        buttons: tips.slice(0, 4).map((tip) => press(`看 ${tipNumber(tip)}`, 'show', tip.id)),
      };

/** A tip that looks like a project on record. */
export const tipAlikeCard = (tip: Tip, alike: readonly AlikeSight[]): Reply => ({
  title: `${tipNumber(tip)} 可能重复：${alike.map(({ project }) => `X${project.id} ${project.name}`).join('；')}`,
  tone: 'warn',
  parts: [note('还没有收。确实是另一个项目点“仍收为线索”，由投促中心裁定；是同一个请不采纳并写明。')],
  buttons: [press('仍收为线索', 'insist', tip.id), press('不采纳', 'decline', tip.id)],
});
