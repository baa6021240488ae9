import { defineCommand } from '../../src/commands/define.ts';
import { note, say } from '../../src/rendering/reply.ts';
import { undoLast } from '../../src/services/undo.service.ts';

export default defineCommand({
  name: '撤销',
  group: 'other',
  synonyms: ['撤回', '取消上一步'],
  initials: 'chx',
  english: ['undo'],
  help: '撤销自己 10 分钟内的上一次写入',
  usage: '撤销',
  examples: ['撤销'],
  slots: {},
  kind: 'write',
  ability: 'look',
  run: async (_, { tx, actor, now, org }) => {
    const undone = await undoLast(tx, actor.personId, now, org.settings.undoMinutes);
    const subject = undone.subject ?? '';
    return {
      title: `已撤销：${undone.command}${subject ? ` ${subject}` : ''}`,
      tone: 'ok',
      parts: [note('这一次写入的内容已恢复原状，操作记录保留。')],
      ...(/^X/.test(subject) ? { record: subject, buttons: [say('查看项目', `查 ${subject}`)] } : {}),
    };
  },
});
