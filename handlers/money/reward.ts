import { defineCommand } from '../../src/commands/define.ts';
import { amount, choice, days, project, rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { rewardCard, rewardRuleCard, rewardsCard } from '../../src/rendering/cards/reward.card.ts';
import { issuerOf } from '../../src/services/board.service.ts';
import { payReward, rewardAccruals, rewardBookOf, rewards, setRewardRule } from '../../src/services/reward.service.ts';
import { noticeRewards } from '../../src/services/reward-notice.service.ts';
import { filingReply, ledgerReply, noticeReply } from './_reward-papers.ts';

const WORDS = {
  已发: '已发',
  发放: '已发',
  兑现奖励: '已发',
  大使: '大使',
  引荐人: '大使',
  备案表: '备案表',
  备案: '备案表',
  公示稿: '公示',
  公示: '公示',
  台账: '台账',
  导出: '台账',
  规则: '规则',
};

export default defineCommand({
  name: '奖励',
  group: 'money',
  synonyms: ['引荐奖励', '悬赏'],
  initials: 'jl',
  english: ['reward'],
  help: '引荐奖励：预计多少、应发多少、发了多少，随核实的固投自动算；备案表、公示稿出 Word，台账出 Excel；公示期满才能记已发',
  usage:
    '奖励 [项目] · 奖励 大使 · 奖励 项目 备案表 · 奖励 [项目] 公示 [起止日期] · 奖励 台账 · 奖励 项目 已发 金额 [日期] · 奖励 规则（附 JSON 文件可更换）',
  examples: [
    '奖励 X113',
    '奖励',
    '奖励 大使',
    '奖励 X113 备案表',
    '奖励 X113 公示',
    '奖励 公示',
    '奖励 公示 6月11日-6月17日',
    '奖励 台账',
    '奖励 X113 已发 30万元 6月8日',
    '奖励 规则',
  ],
  slots: {
    project: project({ optional: true, whose: 'any' }),
    what: choice('事项', WORDS, { optional: true }),
    amount: amount('金额', { optional: true }),
    when: days('nearest', '日期', { optional: true }),
    note: rest('备注', { optional: true }),
  },
  kind: 'write',
  ability: 'verify',
  run: async ({ project: target, what, amount: paid, when, note: words }, context) => {
    const { tx, org, today, files } = context;
    if (what === '规则') {
      const [file] = files;
      if (!file) return rewardRuleCard(rewardBookOf(org.settings), false);
      return rewardRuleCard(
        await setRewardRule(tx, context, Buffer.from(file.base64, 'base64').toString('utf8')),
        true,
      );
    }
    if (what === '已发') {
      if (!target || paid === undefined || when?.from !== when?.to) throw new Refusal('reward.payment-form');
      const payment = { amount: paid, paidOn: when?.from ?? today, note: words ?? null };
      const dossier = await payReward(tx, context, target, payment);
      return rewardCard(dossier, await rewardAccruals(tx, context, dossier), today);
    }
    const head = { org: org.name, issuer: issuerOf(org), day: today };
    if (what === '公示') {
      return noticeReply(tx, await noticeRewards(tx, context, target ?? null, when ?? null), head);
    }
    const found = await rewards(tx, context, target ?? null);
    const [only] = found;
    if (what === '台账') return ledgerReply(tx, found, head);
    if (what === '备案表' && !target) throw new Refusal('reward.filing-form');
    if (!target || !only) return rewardsCard(found, what === '大使' ? 'referrer' : 'project');
    const accrued = await rewardAccruals(tx, context, only);
    return what === '备案表' ? filingReply(tx, only, accrued, head) : rewardCard(only, accrued, today);
  },
});
