import { beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/domain/calendar/date.ts';
import type { Decimal } from '../../../src/domain/money/decimal.ts';
import { DEFAULT_REWARD_RULE } from '../../../src/domain/reward/default-rule.ts';
import { rewardFilingDocx } from '../../../src/rendering/docx/reward-filing.ts';
import { rewardNoticeDocx } from '../../../src/rendering/docx/reward-notice.ts';
import { aDossier, itsAccruals } from '../../support/dossier.ts';
import { runs, unzip } from '../../support/unzip.ts';

const day = (text: string) => text as CalendarDate;
const head = { org: '云岭县', issuer: '云岭县招商引资工作领导小组办公室', day: day('2026-06-10') };
/** The text of every paragraph of a Word document, in order. */
async function paragraphs(bytes: Promise<Uint8Array>): Promise<readonly string[]> {
  const xml = (await unzip(await bytes)).get('word/document.xml') ?? '';
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/g)].map(([part]) => runs(part).join(''));
}

describe('the filing form', () => {
  let texts: readonly string[];
  beforeAll(async () => {
    texts = await paragraphs(rewardFilingDocx(aDossier(), itsAccruals(), head));
  });

  it('has the project, who introduced it, both levels of reward and what is due', () => {
    for (const text of [
      '招商引资项目引荐奖励备案表',
      '华辰年产5GW高效光伏组件项目',
      '2026年1月8日',
      '32亿元',
      '5.11亿元',
    ])
      expect(texts).toContain(text);
    for (const text of ['李明', '市光伏商会秘书长', '60%', '1,349,999.99', '900,000.01']) expect(texts).toContain(text);
    expect(texts.find((text) => text.startsWith('《云州市'))).toBe(
      '《云州市招商引资引荐人奖励办法》：计划总投资 1亿元以上的项目；按认定的固定资产投资的 3‰；每个项目最多 1000万元；分期：开工付 50%，投产付 50%；几人引荐的按登记的份额分；不奖：公职人员、财政供养人员、投资方、合作方。',
    );
    expect(texts.find((text) => text.startsWith('《云岭县'))).toContain('1‰、1亿元以上 1.5‰（分段计）');
    expect(texts).toContain('开工 766,666.67元；投产 766,666.66元');
    const total = texts.indexOf('应奖合计');
    expect(texts.slice(total, total + 7)).toEqual([
      '应奖合计',
      '（元）',
      '2,250,000.00',
      '已发',
      '0.00',
      '应发',
      '1,483,333.34',
    ]);
  });

  it('leaves room for the promise and two opinions, with places to sign', () => {
    expect(texts.filter((text) => text.includes('（签字、盖章）'))).toHaveLength(3);
    expect(texts.join('')).toContain('不属于公职人员');
  });

  it('lists behind it what every verified entry made accrue, the reversal below 0', () => {
    const at = texts.indexOf('奖励计提明细');
    expect(at).toBeGreaterThan(0);
    const reversal = texts.indexOf('L42', at);
    expect(texts.slice(reversal, reversal + 6)).toEqual([
      'L42',
      '固投',
      '2026-05-06',
      '-5,000',
      '-225,000.00',
      '1,390,000.00',
    ]);
    expect(texts.slice(-2)[0]).toBe('2,250,000.00');
  });

  it('without entries has no such list, and one nameless level has no level in its labels', async () => {
    const dossier = aDossier({ investor: null, plan: null }, [{ layer: '', rules: [DEFAULT_REWARD_RULE] }]);
    const plain = await paragraphs(rewardFilingDocx(dossier, [], head));
    expect(plain).not.toContain('奖励计提明细');
    expect(plain).toContain('奖励依据');
    expect(plain.join('')).not.toContain('级奖励依据');
  });
});

describe('the public notice', () => {
  const days = { from: day('2026-06-11'), to: day('2026-06-17'), workdays: 5 };
  const sixty = Array.from({ length: 60 }, (_, at) => aDossier({ id: at + 1, name: `第${at + 1}个项目` }));

  it('says by which rules, for how much, how long and where to object; issuer and date at the end of the letter', async () => {
    const texts = await paragraphs(rewardNoticeDocx([aDossier()], days, head));
    const all = texts.join('\n');
    expect(texts[0]).toBe('云岭县关于拟兑现招商引资项目引荐奖励的公示');
    expect(all).toContain('根据《云州市招商引资引荐人奖励办法》、《云岭县引荐奖励实施细则》，经核实');
    expect(all).toContain('1个招商引资项目的2名（家）引荐人兑现奖励，本次拟发1,483,333.34元');
    expect(all).toContain('公示期为2026年6月11日至2026年6月17日，共5个工作日');
    expect(texts.indexOf('云岭县招商引资工作领导小组办公室')).toBeLessThan(texts.lastIndexOf('拟兑现引荐奖励名单'));
    expect(texts).not.toContain('合计');
  });

  it('lists every project, however many, with the sum', async () => {
    const texts = await paragraphs(rewardNoticeDocx(sixty, days, head));
    for (const { project } of sixty) expect(texts).toContain(project.name);
    const sum = texts.indexOf('合计');
    expect(texts.slice(sum + 4, sum + 6)).toEqual(['135,000,000.00', '89,000,000.40']);
  });

  it('writes an unknown total as a dash', async () => {
    const texts = await paragraphs(rewardNoticeDocx([aDossier({ plan: null, fixedDone: '0' as Decimal })], days, head));
    expect(texts).toContain('—');
  });
});
