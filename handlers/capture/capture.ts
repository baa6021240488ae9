import type { Context } from '../../src/commands/context.ts';
import { defineCommand, defineForm } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import type { LeadDraft } from '../../src/domain/project/lead.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { doubleCard } from '../../src/rendering/cards/double.card.ts';
import { guessCard } from '../../src/rendering/cards/guess.card.ts';
import { alikeCard, draftCard } from '../../src/rendering/cards/lead.card.ts';
import { projectCard, projectTitle } from '../../src/rendering/cards/project.card.ts';
import { note, type Reply } from '../../src/rendering/reply.ts';
import { askStaff } from '../../src/services/adjudication.service.ts';
import {
  answerDraft,
  type DraftState,
  discardDraft,
  draftLead,
  fileFilled,
  freeLead,
  mergeIntoAlike,
  openDraft,
  writeDraft,
} from '../../src/services/capture.service.ts';
import { guess } from '../../src/services/guess.service.ts';
import { draftOf } from '../../src/services/lead-reading.ts';
import { viewProject } from '../../src/services/project.service.ts';
import { changedFacts, type Filled, factTexts, leadSlots } from './_lead-form.ts';

const draw = (state: DraftState, context: Context): Reply => {
  const inGroup = context.chat.kind === 'group';
  if (state.alike.length > 0)
    return alikeCard(state.alike, state.draft, state.id, { inGroup, timeZone: context.org.timeZone });
  return draftCard(state.draft, state.id, inGroup);
};

async function written(result: Awaited<ReturnType<typeof writeDraft>>, context: Context): Promise<Reply> {
  const sight = await viewProject(context.tx, context, result.project);
  const where = {
    inGroup: context.chat.kind === 'group',
    today: context.today,
    optionalStages: context.org.settings.optionalStages,
  };
  const card = projectCard(
    sight,
    where,
    result.fresh ? `已录入 ${projectTitle(result.project)}` : `${projectTitle(result.project)} 已经录入，没有重复写入`,
  );
  if (result.fresh && result.project.adjudication === 'pending') {
    const zone = { today: context.today, timeZone: context.org.timeZone };
    await askStaff(context.tx, context, result.project.id, (doubles) => doubleCard(doubles, zone));
  }
  const waits = result.project.adjudication === 'pending' ? [note('与已有项目相近，已提交投促中心裁定。')] : [];
  return { ...card, tone: result.fresh ? 'ok' : 'info', parts: [...(card.parts ?? []), ...waits] };
}

/** Words that are not about the waiting draft: a lead of their own, or nothing; the draft stays as it was. */
async function aside(name: string, id: number, text: string, context: Context): Promise<Reply> {
  const meant = await guess(context.tx, context, text);
  if (meant) {
    const card = guessCard(meant, text);
    return { ...card, parts: [...(card.parts ?? []), note(`草稿“${name}”没有改动，还在等您确认。`)] };
  }
  const other = context.chat.kind === 'direct' ? await freeLead(context.tx, context, text) : null;
  if (!other) throw new Refusal('capture.aside', { name });
  const reply = draw(other, context);
  return { ...reply, parts: [...(reply.parts ?? []), note(`上一条“${name}”还在等您确认，没有改动（草稿 ${id}）。`)] };
}

const ASK: Reply = {
  title: '请直接回复要改的内容',
  tone: 'ask',
  parts: [note('例如：投资3亿；联系人王总 13800001234；投资方 某某有限公司。改好后再点“确认”。')],
};

/** A form starts with the draft it changes, else with what the line, or the message it is about, says. */
const form = defineForm({
  submit: '录入',
  slots: leadSlots,
  open: async ({ draft: id, said }, context) => {
    if (typeof id === 'number') {
      const draft = await openDraft(context.tx, context, id);
      return { title: '修改线索', args: { draft: id }, values: { ...factTexts(draft), said: draft.text }, ask: ASK };
    }
    const text = [context.quote, said].filter(Boolean).join('\n');
    const values = text ? { ...factTexts(draftOf(text, context)), said: text } : {};
    return { title: '录为线索', args: { read: text !== '' }, values, ask: ASK };
  },
  fill: async ({ draft: id, read }, values, context) => {
    const facts = Object.entries(values).filter(([name, value]) => name !== 'said' && value !== undefined);
    if (facts.length === 0 && !values.said) throw new Refusal('capture.empty', { field: 'said' });
    if (facts.length === 0 && !read && typeof id !== 'number')
      return draw(await draftLead(context.tx, context, values.said ?? ''), context);
    const said = read ? (values.said ?? '') : '';
    const before = typeof id === 'number' ? await openDraft(context.tx, context, id) : draftOf(said, context);
    const draft = filledDraft(before, values, context);
    const result = await fileFilled(context.tx, context, typeof id === 'number' ? id : null, draft);
    return result.kind === 'draft' ? draw(result, context) : written(result, context);
  },
});

function filledDraft(before: LeadDraft, filled: Filled, context: Context): LeadDraft {
  const facts = changedFacts(before, filled, context);
  const draft = { ...before, ...(facts as Partial<LeadDraft>), text: filled.said ?? (before.text || context.line) };
  const { proposed: _, ...known } = draft;
  return draft.foreignPlan && draft.projectType === '内资' ? { ...known, projectType: '外资' } : known;
}

export default defineCommand({
  name: '录入',
  group: 'capture',
  synonyms: ['报线索', '登记', '报送', '填报', '新增项目', '录为线索', '新增线索'],
  initials: 'lr',
  english: ['lead', 'capture'],
  help: '一句话记一条线索：先给您核对，确认后才写入',
  usage: '录入 一句话（投资方、做什么、多少钱、联系人……）；也可引用别人的消息，或每行一条',
  examples: [
    '录入 河北华辰新能源科技有限公司拟投资12亿元建光伏组件项目，用地200亩，李总13812345678，以商招商',
    '录入 深圳某电子公司想投3.5亿做连接器，张总 13900001111',
    '报线索 浙江客商考察食品加工，约5000万，需地30亩',
  ],
  slots: { said: rest('线索内容', { optional: true }) },
  kind: 'write',
  ability: 'report',
  takesLines: true,
  form,
  run: async ({ said }, context) => {
    const text = [context.quote, said].filter(Boolean).join('\n');
    if (!text) throw new Refusal('capture.empty');
    return draw(await draftLead(context.tx, context, text), context);
  },
  actions: {
    confirm: {
      kind: 'write',
      run: async ({ id }, context) => written(await writeDraft(context.tx, context, Number(id), false), context),
    },
    insist: {
      kind: 'write',
      run: async ({ id }, context) => written(await writeDraft(context.tx, context, Number(id), true), context),
    },
    merge: {
      kind: 'write',
      run: async ({ id }, context) => written(await mergeIntoAlike(context.tx, context, Number(id)), context),
    },
    discard: {
      kind: 'write',
      run: async ({ id }, context) => {
        await discardDraft(context.tx, context, Number(id));
        return { title: '已放弃，没有写入任何内容', tone: 'ok' };
      },
    },
    answer: {
      kind: 'write',
      run: async ({ id }, context, text = '') => {
        const answer = await answerDraft(context.tx, context, Number(id), text);
        if (answer.kind === 'written') return written(answer, context);
        if (answer.kind === 'discarded') return { title: '已放弃，没有写入任何内容', tone: 'ok' };
        if (answer.kind === 'aside') return aside(answer.name, Number(id), text, context);
        return draw(answer, context);
      },
    },
    'free-text': {
      kind: 'write',
      run: async (_, context, text = '') => {
        const state = await freeLead(context.tx, context, text);
        if (!state) throw new Refusal('command.unknown', { near: [] });
        return draw(state, context);
      },
    },
  },
});
