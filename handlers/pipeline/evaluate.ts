import { defineCommand } from '../../src/commands/define.ts';
import { project, rest } from '../../src/commands/slots.ts';
import { BOOK_FACTS } from '../../src/domain/evaluation/three-books.ts';
import { evaluationCard } from '../../src/rendering/cards/evaluation.card.ts';
import { evaluate } from '../../src/services/evaluation.service.ts';
import { draftOf } from '../../src/services/lead-reading.ts';

const DECLINED = /(投资|用地|用工|产值|税收|产业链)[^，,。;；]{0,6}?(?:不提供|不便提供|不愿提供|保密)/g;
const VETO = /(?:一票)?否决[:：\s]*([^\s，,。;；]{1,20})/;

export default defineCommand({
  name: '评估',
  group: 'pipeline',
  synonyms: ['三本账', '项目评估'],
  initials: 'pg',
  english: ['evaluate'],
  help: '签约前算三本账（产业、税收、就业），缺什么说什么，结论存档',
  usage: '评估 项目 [补充的数] [某项不提供] [否决 原因]',
  examples: [
    '评估 X113',
    '评估 X113 年税收 3000万，年产值8亿，用工300人',
    '评估 X113 税收不提供',
    '评估 X113 否决 污染',
  ],
  slots: { project: project(), words: rest('补充的数', { optional: true }) },
  kind: 'write',
  ability: 'report',
  run: async ({ project: target, words = '' }, context) => {
    const declined = new Set(
      [...words.matchAll(DECLINED)].flatMap(([, word = '']) =>
        BOOK_FACTS.filter(([, name]) => name.includes(word)).map(([fact]) => fact),
      ),
    );
    const veto = VETO.exec(words)?.[1] ?? null;
    const said = words.replace(DECLINED, ' ').replace(VETO, ' ').trim();
    const facts = said ? draftOf(said, context) : null;
    return evaluationCard(await evaluate(context.tx, context, target, { facts, declined, veto }));
  },
});
