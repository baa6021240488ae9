import { describe, expect, it } from 'vitest';
import type { Decimal } from '../../../src/domain/money/decimal.ts';
import { rewardsWorkbook } from '../../../src/rendering/xlsx/rewards.ts';
import { aDossier } from '../../support/dossier.ts';
import { runs, unzip } from '../../support/unzip.ts';

const head = { title: '云岭县招商引资引荐奖励台账', subtitle: '填报单位：某办' };

describe('the ledger of referral rewards', () => {
  it('has a line for each referrer, with rates and instalments level by level and figures that can be summed', async () => {
    const parts = await unzip(await rewardsWorkbook([aDossier(), aDossier({ id: 7, plan: null })], head));
    const strings = runs(parts.get('xl/sharedStrings.xml') ?? '');
    for (const text of [
      '引荐人',
      '身份',
      '备案时间',
      '公示时间',
      '李明',
      '市光伏商会秘书长',
      'X113 华辰年产5GW高效光伏组件项目',
      '市级3‰；县级1‰、1亿元以上 1.5‰（分段计）',
      '市级开工766666.67，投产766666.66',
      '1000；300',
    ])
      expect(strings).toContain(text);
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const values = [...xml.matchAll(/<v>([\d.]+)<\/v>/g)].map((match) => match[1]);
    for (const value of ['320000', '51111.1111', '1349999.99', '900000.01', '2250000', '1483333.34'])
      expect(values).toContain(value);
  });

  it('leaves the part of one open whose referrers settle it themselves', async () => {
    const dossier = aDossier({ paid: '5' as Decimal });
    const settled = { ...dossier, referrers: [{ name: '甲' }, { name: '乙' }] };
    const strings = runs((await unzip(await rewardsWorkbook([settled], head))).get('xl/sharedStrings.xml') ?? '');
    expect(strings).toEqual(expect.arrayContaining(['甲', '乙']));
  });
});
