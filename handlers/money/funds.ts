import { ledgerCommand } from './_ledger.ts';

export default ledgerCommand('funds', {
  name: '到位',
  synonyms: ['到资', '到账', '到位资金'],
  initials: 'dw',
  english: ['funds'],
  help: '记到位资金（万元），核实后计入排行',
  examples: ['到位 X113 5000万 6月8日', '到账 X113 1.2亿 昨天 凭证号 2026-0608'],
});
