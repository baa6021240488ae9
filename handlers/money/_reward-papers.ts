import type { Context } from '../../src/commands/context.ts';
import type { AccruedEntry, RewardDossier } from '../../src/domain/reward/dossier.ts';
import { type PaperHead, rewardFilingDocx } from '../../src/rendering/docx/reward-filing.ts';
import { rewardNoticeDocx } from '../../src/rendering/docx/reward-notice.ts';
import { note, type Reply } from '../../src/rendering/reply.ts';
import { DOCX, XLSX } from '../../src/rendering/report/files.ts';
import { rewardsWorkbook } from '../../src/rendering/xlsx/rewards.ts';
import { storeFile } from '../../src/services/file.service.ts';
import type { Noticed } from '../../src/services/reward-notice.service.ts';

/** 备案表: the filing form of one project's referrers as a Word file. */
export async function filingReply(
  tx: Context['tx'],
  dossier: RewardDossier,
  accrued: readonly AccruedEntry[],
  head: PaperHead,
): Promise<Reply> {
  const { id, name } = dossier.project;
  const bytes = await rewardFilingDocx(dossier, accrued, head);
  const file = await storeFile(tx, { name: `引荐奖励备案表 X${id} ${name}.docx`, mime: DOCX, bytes });
  return {
    title: `X${id} ${name} 引荐奖励备案表`,
    tone: 'ok',
    record: `X${id}`,
    private: true,
    parts: [{ type: 'file', file }, note('电话、签字和意见留空，打印后由引荐人、责任单位填写盖章。')],
  };
}

/** 公示: the draft of a notice that stands over some days, and until when nothing of it may be paid. */
export async function noticeReply(tx: Context['tx'], { dossiers, days }: Noticed, head: PaperHead): Promise<Reply> {
  const bytes = await rewardNoticeDocx(dossiers, days, head);
  const file = await storeFile(tx, { name: `引荐奖励公示稿 ${head.day}.docx`, mime: DOCX, bytes });
  return {
    title: `引荐奖励公示稿（${dossiers.length} 个项目，${days.from} 至 ${days.to}）`,
    tone: 'ok',
    private: true,
    parts: [
      { type: 'file', file },
      note(
        `只含到节点、还没发的奖励；电话、地址留空，盖章后张贴。公示期已记下，${days.to} 之后才能记“已发”；实际日期不同的，写：奖励 公示 6月11日-6月17日`,
      ),
    ],
  };
}

/** 台账: every referrer of every project as a workbook. */
export async function ledgerReply(
  tx: Context['tx'],
  dossiers: readonly RewardDossier[],
  { org, issuer, day }: PaperHead,
): Promise<Reply> {
  const subtitle = `填报单位：${issuer}　　截止时间：${day}　　单位：万元、元`;
  const bytes = await rewardsWorkbook(dossiers, { title: `${org}招商引资引荐奖励台账`, subtitle });
  const file = await storeFile(tx, { name: `引荐奖励台账 ${day}.xlsx`, mime: XLSX, bytes });
  return {
    title: `引荐奖励台账（${dossiers.length} 个项目）`,
    tone: 'ok',
    private: true,
    parts: [{ type: 'file', file }],
  };
}
