import type { CalendarDate } from '../../domain/calendar/date.ts';
import { type Offer, offerFigures } from '../../domain/offer/offer.ts';
import { dayText } from '../day.ts';
import { money, short } from '../format.ts';
import { facts, list, note, type Reply, say, sayMore, type TablePart } from '../reply.ts';

const SHOWN = 10;

/** A packaged project with whom it was offered to. */
export function offerCard(offer: Offer, today: CalendarDate, title = '包装项目'): Reply {
  const { pitches } = offer;
  return {
    title: `${title}：${offer.id} 号 ${offer.name}`,
    tone: 'ok',
    parts: [
      facts(
        ['拟引资', offer.sought && money(offer.sought)],
        ['产业链', offer.chain],
        ['选址', offer.site],
        ['内容', offer.summary],
        ['包装单位', offer.unitName],
        ['联系人', offer.contact],
      ),
      ...(pitches.length > 0
        ? [
            list(
              pitches
                .slice(-6)
                .map(
                  (one) =>
                    `${dayText(one.on, today)} ${one.company}${one.projectId === null ? '' : `，成线索 X${one.projectId}`}`,
                ),
              `已推介 ${pitches.length} 家`,
            ),
          ]
        : []),
    ],
    buttons: [sayMore('记一次推介', `储备 推介 ${offer.id}`), say('全部包装项目', '储备')],
  };
}

/** The library: how many, what they seek, how often offered, what came of it. */
export function offersReply(offers: readonly Offer[], whose: string): Reply {
  if (offers.length === 0)
    return {
      title: `${whose ? `${whose}：` : ''}还没有包装项目`,
      tone: 'info',
      parts: [note('登记，例如：储备 新增 预制菜产业园项目 投资 3亿 产业 现代食品 选址 清河镇食品园 联系人 李主任')],
    };
  const { count, sought, pitches, leads } = offerFigures(offers);
  return {
    title: `${whose}包装项目 ${count} 个，拟引资 ${money(sought)}；推介 ${pitches} 次，成线索 ${leads} 条`,
    tone: 'info',
    parts: [
      list(offers.slice(0, SHOWN).map(offerLine)),
      ...(offers.length > SHOWN ? [note(`还有 ${offers.length - SHOWN} 个，发“储备 导出”看全部。`)] : []),
    ],
    buttons: [say('导出', '储备 导出'), sayMore('登记', '储备 新增')],
  };
}

const offerLine = (offer: Offer): string =>
  `${offer.id} 号 ${short(offer.name, 24)}（${[offer.sought && money(offer.sought), offer.chain, offer.unitName].filter(Boolean).join('，')}）：${
    offer.pitches.length === 0 ? '还没推介' : `推介 ${offer.pitches.length} 家`
  }`;

/** Every packaged project as a table, for the workbook. */
export const offersTable = (offers: readonly Offer[]): TablePart => ({
  type: 'table',
  columns: ['编号', '名称', '拟引资（万元）', '产业链', '选址', '内容', '包装单位', '联系人', '推介', '成线索'].map(
    (head) => ({ head }),
  ),
  rows: offers.map((offer) => [
    String(offer.id),
    offer.name,
    offer.sought ?? '',
    offer.chain ?? '',
    offer.site ?? '',
    offer.summary ?? '',
    offer.unitName ?? '',
    offer.contact ?? '',
    offer.pitches.map(({ company }) => company).join('、'),
    offer.pitches.flatMap(({ projectId }) => (projectId === null ? [] : [`X${projectId}`])).join('、'),
  ]),
});
