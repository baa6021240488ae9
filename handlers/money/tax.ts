import { ledgerCommand } from './_ledger.ts';

export default ledgerCommand('tax', {
  name: '税收',
  synonyms: ['纳税', '缴税', '交税'],
  initials: 'ss',
  english: ['tax'],
  help: '记税收（万元）',
  examples: ['税收 X113 120万 6月8日'],
});
