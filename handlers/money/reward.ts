import { defineCommand } from '../../src/commands/define.ts';
import { amount, choice, day, project, rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { rewardCard, rewardsCard } from '../../src/rendering/cards/reward.card.ts';
import { note } from '../../src/rendering/reply.ts';
import { payReward, rewardRuleOf, rewards, setRewardRule } from '../../src/services/reward.service.ts';

const WORDS = { 已发: '已发', 发放: '已发', 兑现奖励: '已发', 大使: '大使', 引荐人: '大使', 规则: '规则' };

export default defineCommand({
  name: '奖励',
  group: 'money',
  synonyms: ['引荐奖励', '悬赏'],
  initials: 'jl',
  english: ['reward'],
  help: '引荐奖励：预计多少、应发多少、发了多少，随核实的固投自动算',
  usage: '奖励 [项目] · 奖励 大使 · 奖励 项目 已发 金额 [日期] · 奖励 规则（附 JSON 文件可更换）',
  examples: ['奖励 X113', '奖励', '奖励 大使', '奖励 X113 已发 30万元 6月8日', '奖励 规则'],
  slots: {
    project: project({ optional: true, whose: 'any' }),
    what: choice('事项', WORDS, { optional: true }),
    amount: amount('金额', { optional: true }),
    paidOn: day('past', '日期', { optional: true }),
    note: rest('备注', { optional: true }),
  },
  kind: 'write',
  ability: 'verify',
  run: async ({ project: target, what, amount: paid, paidOn, note: words }, context) => {
    const { tx, org, today, files } = context;
    const rule = rewardRuleOf(org.settings);
    if (what === '规则') {
      const [file] = files;
      const now = file ? await setRewardRule(tx, context, Buffer.from(file.base64, 'base64').toString('utf8')) : rule;
      return {
        title: `${file ? '已换用' : '现行'}《${now.title ?? '引荐奖励办法'}》`,
        tone: file ? 'ok' : 'info',
        parts: [note(JSON.stringify(now))],
      };
    }
    if (what === '已发') {
      if (!target || paid === undefined) throw new Refusal('reward.payment-form');
      const payment = { amount: paid, paidOn: paidOn ?? today, note: words ?? null };
      return rewardCard(await payReward(tx, context, target, payment), rule);
    }
    const found = await rewards(tx, context, target ?? null);
    const [only] = found;
    return target && only ? rewardCard(only, rule) : rewardsCard(found, what === '大使' ? 'referrer' : 'project');
  },
});
