import { ledgerCommand } from './_ledger.ts';

export default ledgerCommand('foreign-capital', {
  name: '外资',
  synonyms: ['到位外资', '实际使用外资', 'fdi'],
  initials: 'wz',
  english: ['foreign'],
  help: '记实际使用外资（万美元）',
  examples: ['外资 X113 200万美元 6月8日'],
});
