import type { Campaign, Countdown } from '../../domain/report/campaign.ts';
import type { BoardModel } from '../../domain/report/model.ts';
import { dayText } from '../day.ts';
import { note, type Reply, say, text } from '../reply.ts';
import { filesOf } from '../report/board-reply.ts';
import type { ReportFiles } from '../report/files.ts';
import { behindButton, boardTables } from '../report/single-board-reply.ts';

interface Standing {
  readonly campaign: Campaign;
  readonly countdown: Countdown;
  readonly model: BoardModel;
}

/** "第 32 天，还剩 68 天（共 100 天）", "还有 5 天开始" by its days, "今天收官". */
export function countdownText({ days, day, left }: Countdown, { from }: Pick<Campaign, 'from'>): string {
  if (day === 0) return `${dayText(from)}开始，共 ${days} 天`;
  return left === 0 ? `共 ${days} 天，今天收官` : `第 ${day} 天，还剩 ${left} 天（共 ${days} 天）`;
}

/** 攻坚战报: the boards of the campaigns with their countdown. */
export function campaignsReply(standings: readonly Standing[], files: ReportFiles = []): Reply {
  const [first] = standings;
  if (!first) {
    return {
      title: '现在没有攻坚行动',
      tone: 'info',
      parts: [note('投促中心可以发起，例如：攻坚 百日攻坚 5月10日-8月17日 每周。')],
    };
  }
  const one = standings.length === 1;
  return {
    title: one
      ? `${first.campaign.name}战报：${countdownText(first.countdown, first.campaign)}`
      : `攻坚战报 ${standings.length} 项`,
    tone: 'info',
    parts: [
      ...standings.flatMap(({ campaign, countdown, model }) => [
        ...(one ? [] : [text(`${campaign.name}：${countdownText(countdown, campaign)}`)]),
        ...(countdown.day === 0 ? [] : boardTables(model, 5)),
      ]),
      ...filesOf(files),
      note(
        `只计${dayText(first.campaign.from)}以来核实过的填报，首尾两天都算；截至 ${first.model.cutOffLabel}；按《${first.model.scheme?.title ?? ''}》。`,
      ),
    ],
    buttons: [say('排行', '排行'), behindButton(first.model)],
  };
}

/** A campaign was begun, or its end was set. */
export const campaignCard = (campaign: Campaign, countdown: Countdown, done: string): Reply => ({
  title: `${done}：${campaign.name}，${dayText(campaign.from)}至${dayText(campaign.to)}，共 ${countdown.days} 天`,
  tone: 'ok',
  parts: [
    note(
      `${campaign.cadence === 'daily' ? '每个工作日' : '每周最后一个工作日'}发战报到订阅“攻坚”的群；${campaign.board ? `按“${campaign.board}”排` : '新签约、签约金额、到位资金、新开工各与组内最好的比'}。`,
    ),
  ],
  buttons: [say('看战报', '攻坚', 'primary')],
});
