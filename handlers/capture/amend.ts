import type { Context } from '../../src/commands/context.ts';
import { defineCommand, defineForm } from '../../src/commands/define.ts';
import { project, rest } from '../../src/commands/slots.ts';
import { requireReach } from '../../src/domain/org/require.ts';
import type { LeadDraft } from '../../src/domain/project/lead.ts';
import type { Project } from '../../src/domain/project/project.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { factTexts } from '../../src/rendering/cards/fact-text.ts';
import { changeFacts, projectTitle } from '../../src/rendering/cards/project.card.ts';
import { note, type Reply, say } from '../../src/rendering/reply.ts';
import { draftOf } from '../../src/services/lead-reading.ts';
import { amendProject } from '../../src/services/project.service.ts';
import { resolveProject } from '../../src/services/resolve.service.ts';
import { requireKnown } from '../../src/services/secret.service.ts';
import { changedFacts, type Facts, type Filled, factSlots, factTexts as typed } from './_lead-form.ts';

async function amended(target: Project, said: LeadDraft, context: Context): Promise<Reply> {
  const done = await amendProject(context.tx, context, target, said);
  return {
    title: `已补充 ${projectTitle(done.project)}`,
    tone: 'ok',
    record: `X${target.id}`,
    parts: [changeFacts(factTexts(done.changes, context.chat.kind === 'group'))],
    buttons: [say('查看项目', `查 X${target.id}`)],
  };
}

/** The record of a form, which must be theirs. Refusals "project.not-found", "access.not-yours", "project.secret". */
async function own(number: unknown, context: Context): Promise<Project> {
  const ref = String(number ?? '');
  const digits = /^X(\d{1,10})$/.exec(ref)?.[1];
  const [found, other] = await resolveProject(context.tx, digits ? { number: Number(digits) } : { words: ref });
  if (other) throw new Refusal('project.several');
  if (!found) throw new Refusal('project.not-found', { ref });
  requireReach(context.actor, 'report', found.unitId);
  requireKnown(found, context.actor);
  return found;
}

/** A contact is added beside those on record: its fields start empty. */
const factsOf = (project: Project): Facts => ({ ...project, name: null, contactName: null, contactMobile: null });

const form = defineForm({
  submit: '保存',
  slots: factSlots,
  needs: 'project',
  open: async ({ project: number }, context) => {
    const found = await own(number, context);
    return {
      title: `修改 X${found.id}`,
      args: { project: `X${found.id}`, version: found.version },
      values: typed(factsOf(found)),
      ask: {
        title: `${projectTitle(found)}：请直接写要改的内容`,
        tone: 'ask',
        parts: [note(`例如：补充 X${found.id} 总投资15亿元，联系人王总13800001234`)],
      },
    };
  },
  fill: async ({ project: number, version }, values, context) => {
    const found = await own(number, context);
    if (found.version !== version) throw new Refusal('form.stale', { record: `X${found.id}` });
    return amended(found, saidOf(found, values, context), context);
  },
});

function saidOf(project: Project, filled: Filled, context: Context): LeadDraft {
  const before = factsOf(project);
  const facts = changedFacts(before, filled, context);
  const was = typed(before);
  const changed = Object.entries(filled).flatMap(([name, value]) =>
    value !== undefined && value !== was[name as keyof typeof was]
      ? [`${factSlots[name as keyof typeof factSlots].label} ${value}`]
      : [],
  );
  for (const [name, { label }] of Object.entries(factSlots))
    if (was[name as keyof typeof was] && filled[name as keyof typeof was] === undefined)
      throw new Refusal('amend.emptied', { label, field: name });
  return { ...draftOf('', context), ...(facts as Partial<LeadDraft>), text: changed.join('；') };
}

export default defineCommand({
  name: '补充',
  group: 'capture',
  synonyms: ['更新', '修改', '更正', '完善'],
  initials: 'bc',
  english: ['amend', 'update'],
  help: '给项目补充或更正内容，显示改前改后',
  usage: '补充 项目 内容',
  examples: ['补充 X113 总投资15亿元，用地300亩，联系人王总13800001234', '更正 X113 投资方 河北华辰新能源科技有限公司'],
  slots: { project: project(), said: rest('要补充的内容') },
  kind: 'write',
  ability: 'report',
  form,
  run: ({ project: target, said }, context) => amended(target, draftOf(said, context), context),
});
