import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import type { Project } from '../../src/domain/project/project.ts';
import { revealed } from '../../src/domain/project/secret.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readRecordNumber } from '../../src/reading/reference.ts';
import { projectCard, projectTitle, standingText } from '../../src/rendering/cards/project.card.ts';
import { list, note, type Reply, say } from '../../src/rendering/reply.ts';
import { findAny } from '../../src/services/find.service.ts';
import { viewProject } from '../../src/services/project.service.ts';
import { nearProjects } from '../../src/services/resolve.service.ts';
import { knownSecrets, requireKnown, tellAlone } from '../../src/services/secret.service.ts';
import { listBy, recordReply } from './_list.ts';

export default defineCommand({
  name: '查',
  group: 'look',
  synonyms: ['查询', '搜', '搜索', '查看', '看'],
  initials: 'cx',
  english: ['find', 'search', 'show'],
  help: '按编号、名称、企业、联系人查；单位、阶段、公海也行',
  usage: '查 编号或名称（直接发编号也行：X113）',
  examples: ['查 华辰', '查 X113', 'X113', 'R45', '查 城关镇 签约'],
  slots: { words: rest('编号或名称') },
  kind: 'read',
  ability: 'look',
  run: async ({ words }, context) => {
    const [number, more] = readRecordNumber(words);
    const record = number && !more ? await recordReply(number.letter, number.number, context) : null;
    if (record) return record;
    const open = await findAny(context.tx, words);
    const found = open.length > 0 ? open : await knownSecrets(context.tx, words, context.actor.personId);
    const [only] = found;
    const listed = only ? null : await listBy(words, context);
    if (listed) return listed;
    if (!only) {
      const near = await nearProjects(context.tx, words);
      if (near.length > 0) return offered(`没有“${words.slice(0, 20)}”，您是不是要找：`, near);
      throw new Refusal('find.none', { words: words.slice(0, 30) });
    }
    if (found.length === 1) return only.secretTo === null ? cardOf(only, context) : secretly(only, context);
    return offered(`找到 ${found.length} 个`, found);
  },
});

const offered = (title: string, found: readonly Project[]): Reply => ({
  title,
  tone: 'info',
  parts: [list(found.map((project) => `${projectTitle(project)}，${standingText(project)}`))],
  buttons: found.slice(0, 5).map((project) => say(`X${project.id}`, `查 X${project.id}`)),
});

async function cardOf(project: Project, context: Context): Promise<Reply> {
  const inGroup = context.chat.kind === 'group' && project.secretTo === null;
  const { optionalStages } = context.org.settings;
  const sight = await viewProject(context.tx, context, project);
  return projectCard({ ...sight, project: revealed(project) }, { inGroup, today: context.today, optionalStages });
}

/** A secret project: for those who know it, and in a group only by private message. */
async function secretly(project: Project, context: Context): Promise<Reply> {
  requireKnown(project, context.actor);
  const card = await cardOf(project, context);
  const whole = { ...card, parts: [...(card.parts ?? []), note('保密项目，只有知悉人能看到，请勿转发。')] };
  if (context.chat.kind === 'direct') return whole;
  await tellAlone(context.tx, context, whole, `X${project.id}`);
  return { title: `X${project.id} 是保密项目，已私信发您`, tone: 'info' };
}
