import { defineCommand } from '../../src/commands/define.ts';
import { day, project, rest, unit } from '../../src/commands/slots.ts';
import { commitmentCard, madeCard } from '../../src/rendering/cards/commitment.card.ts';
import { makeCommitment } from '../../src/services/commitment.service.ts';

export default defineCommand({
  name: '承诺',
  group: 'work',
  synonyms: ['承诺事项', '答应'],
  initials: 'cn',
  english: ['commit', 'promise'],
  help: '记下答应投资方的事：哪个单位、什么时候兑现',
  usage: '承诺 项目 承诺内容 [兑现单位] 时限',
  examples: ['承诺 X113 厂区外道路通到围墙 住建局 年底前'],
  slots: {
    project: project(),
    due: day('future', '时限'),
    unit: unit({ optional: true, label: '兑现单位' }),
    text: rest('承诺内容'),
  },
  kind: 'write',
  ability: 'report',
  overview: '承诺清单',
  run: async ({ project: about, due, unit: owner, text }, context) => {
    const promised = { project: about, text, unitId: owner?.id, dueOn: due };
    const { commitment, changed } = await makeCommitment(context.tx, context, promised, madeCard);
    return commitmentCard(commitment, changed ? '已记下承诺' : '早已记下，没有重复写入');
  },
});
