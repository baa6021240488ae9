import { ledgerCommand } from './_ledger.ts';

export default ledgerCommand('output', {
  name: '产值',
  synonyms: ['营收', '销售收入'],
  initials: 'cz',
  english: ['output'],
  help: '记产值（万元）',
  examples: ['产值 X113 8000万 6月8日'],
});
