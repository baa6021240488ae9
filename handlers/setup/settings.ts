import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import type { ChainNode, ChainPart } from '../../src/domain/chain/chain-map.ts';
import { DEFAULT_PROOFS } from '../../src/domain/project/proof.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { settingNamed } from '../../src/domain/setting-form.ts';
import { readDates } from '../../src/reading/date.ts';
import { readCutOff } from '../../src/reading/setting.ts';
import {
  chainsReply,
  cutOffReply,
  dayCard,
  proofsReply,
  settingCard,
  settingReply,
  settingsReply,
} from '../../src/rendering/cards/settings.card.ts';
import {
  changeCutOff,
  changeSetting,
  DEFAULT_WORD,
  overrideDay,
  putChain,
  putProofs,
} from '../../src/services/settings.service.ts';

const WORKED: Readonly<Record<string, boolean | undefined>> = {
  上班: true,
  放假: false,
  休息: false,
  [DEFAULT_WORD]: undefined,
};

export default defineCommand({
  name: '设置',
  group: 'setup',
  synonyms: ['参数'],
  initials: 'sz',
  english: ['settings', 'config'],
  help: '看或改本地区的天数、时间、档次、词表、产业链、调休、统计截止',
  usage:
    '设置 [名称 [值]] · 设置 产业链 名称 关键词 甲、乙 [链长 姓名] [上游 … 中游 … 下游 …] · 设置 工作日 日期 上班/放假 · 设置 凭据 阶段或台账 名称 · 设置 统计截止 月末/最后工作日/25日',
  examples: [
    '设置',
    '设置 首报保护天数 60',
    '设置 流失原因 资金、用地、环评、其他',
    '设置 产业链 新能源 关键词 光伏、储能 链长 孙八',
    '设置 产业链 新能源 上游 硅料、硅片 中游 电池片、组件 下游 电站、储能',
    '设置 工作日 10月10日 上班',
    '设置 统计截止 25日',
    '设置 凭据 到位 银行回单、验资报告',
  ],
  slots: { what: rest('名称和值', { optional: true }) },
  kind: 'write',
  ability: 'set-up',
  run: async ({ what }, context) => {
    const { settings } = context.org;
    if (!what) return settingsReply(settings);
    const [, name = '', value = ''] = /^(\S+)\s*([\s\S]*)$/.exec(what.trim()) ?? [];
    if (name === '产业链') return chain(value.trim(), context);
    if (name === '凭据') return proofs(value.trim(), context);
    if (name === '统计截止') return cutOff(value.trim(), context);
    if (name === '工作日' || name === '调休') return workday(value.trim(), context);
    const key = settingNamed(name);
    if (!key) throw new Refusal('setting.unknown', { name });
    if (!value) return settingReply(key, settings);
    return settingCard(key, settings, await changeSetting(context.tx, context, key, value));
  },
});

async function cutOff(words: string, context: Context) {
  if (!words) return cutOffReply(context.org.settings, null);
  const rule = readCutOff(words);
  if (!rule) throw new Refusal('setting.cut-off', { given: words });
  const { settings, month } = await changeCutOff(context.tx, context, rule);
  return cutOffReply(settings, month);
}

async function chain(words: string, context: Context) {
  const { chains } = context.org.settings;
  if (!words) return chainsReply(chains);
  const [, name = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(words) ?? [];
  if (/^(取消|删除|去掉)$/.test(rest)) {
    await putChain(context.tx, context, name, null);
    return chainsReply(
      chains.filter((one) => one.name !== name),
      `已去掉产业链 ${name}`,
    );
  }
  const leader = /链长[:：\s]*(\S+)/.exec(rest)?.[1];
  const nodes = nodesIn(rest);
  const keywords = rest
    .replace(NODES, ' ')
    .replace(/链长[:：\s]*\S+/, '')
    .replace(/^关键词[:：\s]*/, '')
    .split(/[\s,，、;；]+/)
    .filter(Boolean);
  if (keywords.length === 0 && !leader && nodes.length === 0) throw new Refusal('setting.chain-form', { name });
  const was = chains.find((one) => one.name === name);
  const now = {
    keywords: keywords.length > 0 ? keywords : [...(was?.keywords ?? [name])],
    ...(leader ? { leader } : {}),
    ...(nodes.length > 0 ? { nodes } : {}),
  };
  await putChain(context.tx, context, name, now);
  return chainsReply([{ ...was, ...now, name }], `已设产业链 ${name}`);
}

const NODES = /(上游|中游|下游)[:：\s]*([\s\S]*?)(?=上游|中游|下游|链长|关键词|$)/g;

/** "上游 硅料、硅片 中游 电池片": the nodes of a chain, up to down. */
const nodesIn = (words: string): readonly ChainNode[] =>
  [...words.matchAll(NODES)].flatMap(([, part, names = '']) =>
    names
      .split(/[\s,，、;；]+/)
      .filter(Boolean)
      .map((name) => ({ part: part as ChainPart, name: name.slice(0, 20) })),
  );

async function proofs(words: string, context: Context) {
  const [, kind = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(words) ?? [];
  if (!kind) return proofsReply(context.org.settings.proofs);
  if (!Object.hasOwn(DEFAULT_PROOFS, kind)) throw new Refusal('setting.proofs', { given: kind });
  const wanted = rest === '不要' ? [] : rest.split(/[\s,，、;；]+/).filter(Boolean);
  if (rest === '') return proofsReply({ [kind]: context.org.settings.proofs[kind] ?? [] });
  await putProofs(context.tx, context, kind, rest === DEFAULT_WORD ? null : wanted);
  return proofsReply(
    { [kind]: rest === DEFAULT_WORD ? (DEFAULT_PROOFS[kind] ?? []) : wanted },
    `已改设置：${kind}的凭据`,
  );
}

async function workday(words: string, context: Context) {
  const word = Object.keys(WORKED).find((one) => words.endsWith(one));
  const [day] = readDates(words, context.today, context.calendar, { prefer: 'future' });
  if (!word || !day || 'impossible' in day || day.from !== day.to) throw new Refusal('setting.day', { given: words });
  await overrideDay(context.tx, context, day.from, WORKED[word]);
  return dayCard(day.from, WORKED[word]);
}
