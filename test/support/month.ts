import { insertRecord } from '../../src/db/change.ts';
import { decimal } from '../../src/domain/money/decimal.ts';
import { type TestBot, testBot } from './bot.ts';
import { aProject } from './project.ts';

/**
 * A bot whose org has had a June: 临洺关镇 signed 12亿 and has 8000万 in place of a target of 1亿, 城东街道 2亿 and 1000万, the
 * rest nothing. Everything verified on 10 June.
 */
export async function aMonth(): Promise<TestBot> {
  const bot = await testBot();
  for (const [unit, name, person, signed, funds] of [
    ['临洺关镇', '华辰光伏组件项目', '张三', '12亿', '8000万'],
    ['城东街道', '鲁泰装备项目', '赵六', '2亿', '1000万'],
  ] as const) {
    const id = await aProject(bot, { name, unit });
    await bot.says(person, `阶段 X${id} 签约 ${signed} 6月3日`);
    await bot.says('钱七', `核实 X${id}`);
    const { record } = await bot.says(person, `到位 X${id} ${funds} 6月8日`);
    await bot.says('钱七', `核实 ${record}`);
    const unitId = bot.units[unit] ?? 0;
    await bot.inOrg((tx) =>
      insertRecord(tx, 'targets', { unit_id: unitId, metric: 'funds', year: 2026, annual: decimal('10000') }),
    );
  }
  return bot;
}
