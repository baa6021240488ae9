import { defineCommand } from '../../src/commands/define.ts';
import { choice, day, project, rest } from '../../src/commands/slots.ts';
import { STAGES } from '../../src/domain/project/project.ts';
import { keyLibraryReply, keyProjectLine } from '../../src/rendering/cards/key-project.card.ts';
import { note, say, text } from '../../src/rendering/reply.ts';
import { dropProject, keyLibrary, pushProject } from '../../src/services/key-project.service.ts';

const AIM = new RegExp(`(?:之?前)?(?:要|实现|推动|达到)?(${STAGES.join('|')})`);

export default defineCommand({
  name: '顶格',
  group: 'pipeline',
  synonyms: ['顶格推进', '重点推进', '重点项目库'],
  initials: 'dg',
  english: ['key', 'push'],
  help: '顶格推进库：谁来推、何时到哪一步；每周一催报进展',
  usage: '顶格 项目 领导 [何时前 到哪一步] · 顶格 项目 移出 · 顶格',
  examples: ['顶格 X113 孙县长 10月底前开工', '顶格', '顶格 X113 移出'],
  slots: {
    project: project({ optional: true, whose: 'any' }),
    off: choice('移出', { 移出: '移出', 取消: '移出', 退出: '移出' }, { optional: true }),
    by: day('future', '何时前', { optional: true }),
    words: rest('领导和目标阶段', { optional: true }),
  },
  kind: 'write',
  ability: 'look',
  run: async ({ project: target, off, by, words = '' }, { tx, actor, today }) => {
    if (!target) return keyLibraryReply(await keyLibrary(tx), today);
    const stage = STAGES.find((one) => one === AIM.exec(words)?.[1]) ?? null;
    const leader = words.replace(AIM, '').replace(/^[\s，,、前]+|[\s，,、。]+$/g, '') || null;
    const after = off
      ? await dropProject(tx, actor, target)
      : await pushProject(tx, actor, target, { leader, by: by ?? null, stage });
    const line = (await keyLibrary(tx)).find(({ id }) => id === after.id);
    return {
      title: off ? `已移出顶格推进库：X${after.id} ${after.name}` : `已列入顶格推进库：X${after.id} ${after.name}`,
      tone: 'ok',
      record: `X${after.id}`,
      parts: line
        ? [text(keyProjectLine(line, today)), note('每周第一个工作日 9:00 请责任单位报一次进展，周报里列出。')]
        : [],
      buttons: [say('看全部', '顶格'), say('查看项目', `查 X${after.id}`)],
    };
  },
});
