import { ledgerCommand } from './_ledger.ts';

export default ledgerCommand('trade', {
  name: '进出口',
  synonyms: ['进出口额', '外贸'],
  initials: 'jck',
  english: ['trade'],
  help: '记进出口额（万美元）',
  examples: ['进出口 X113 200万美元 6月8日'],
});
