import { ledgerCommand } from './_ledger.ts';

export default ledgerCommand('fixed-assets', {
  name: '固投',
  synonyms: ['完成投资', '固定资产投资'],
  initials: 'gt',
  english: ['capex'],
  help: '记固定资产投资完成额（万元）',
  examples: ['固投 X113 3000万 6月8日'],
});
