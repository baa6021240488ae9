import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { choice, rest, unit } from '../../src/commands/slots.ts';
import type { Role } from '../../src/domain/org/access.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readPhones } from '../../src/reading/phone.ts';
import { peopleReply, personCard } from '../../src/rendering/cards/person.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { addPerson, changePerson, listPeople, type Person, unbindPerson } from '../../src/services/roster.service.ts';

const ACTIONS = {
  新增: '新增',
  添加: '新增',
  停用: '停用',
  离任: '停用',
  启用: '启用',
  修改: '修改',
  调整: '修改',
  解绑: '解绑',
};
const ROLES: Readonly<Record<string, Role>> = {
  单位负责人: 'head',
  负责人: 'head',
  联络员: 'liaison',
  管理员: 'admin',
  工作人员: 'staff',
  领导: 'leader',
  成员: 'member',
};

export default defineCommand({
  name: '人员',
  group: 'setup',
  synonyms: ['花名册'],
  initials: 'ry',
  english: ['people'],
  help: '看花名册；投促中心新增、修改、停用、解绑人员',
  usage: '人员 [单位] [页] · 人员 新增 姓名 单位 角色 手机号 [职务：…] · 人员 修改/停用/启用/解绑 姓名 …',
  examples: ['人员 临洺关镇', '人员 新增 陈明 临洺关镇 联络员 13900000001', '人员 修改 张三 联络员', '人员 停用 张三'],
  slots: {
    action: choice('操作', ACTIONS, { optional: true }),
    role: choice('角色', Object.fromEntries(Object.keys(ROLES).map((word) => [word, word])), { optional: true }),
    unit: unit({ optional: true }),
    text: rest('姓名和手机号', { optional: true }),
  },
  kind: 'write',
  ability: 'look',
  run: async ({ action, role, unit: whose, text = '' }, context) => {
    if (!action) return listOf(context, whose, text);
    const said = partsOf(text);
    const fields = {
      ...(role === undefined ? {} : { role: ROLES[role] ?? 'member' }),
      ...(whose === undefined ? {} : { unitId: whose.id }),
      ...(said.mobile === undefined ? {} : { mobile: said.mobile }),
      ...(said.title === undefined ? {} : { title: said.title }),
    };
    if (action === '新增') {
      const added = { role: 'member' as const, ...fields, name: said.name };
      return personCard(await addPerson(context.tx, context, added), '已登记，请本人绑定');
    }
    const person = await named(context, said.name, whose?.id);
    if (action === '解绑') {
      const count = await unbindPerson(context.tx, context, person.id);
      return personCard(person, count > 0 ? `已解绑 ${count} 个账号` : '没有绑定过账号');
    }
    const state = action === '停用' ? { disabled: true } : action === '启用' ? { disabled: false } : fields;
    return personCard(await changePerson(context.tx, context, person.id, state), `已${action}`);
  },
});

/** The parts of a person in words. Refusal "person.mobile" for digits that are no telephone number. */
function partsOf(text: string): { name: string; mobile?: string; title?: string } {
  const title = /职务[:：]?\s*(\S{1,20})/.exec(text);
  const without = title ? text.replace(title[0], ' ') : text;
  const [phone] = readPhones(without);
  const left = phone ? without.slice(0, phone.start) + without.slice(phone.end) : without;
  const digits = /\d{3,}/.exec(left)?.[0];
  if (digits) throw new Refusal('person.mobile', { given: digits.slice(0, 20) });
  return {
    name:
      left
        .replace(/^[\s@＠]+/, '')
        .trim()
        .split(/\s+/)[0] ?? '',
    ...(phone ? { mobile: phone.digits } : {}),
    ...(title?.[1] ? { title: title[1] } : {}),
  };
}

async function named(context: Context, name: string, unitId: number | undefined): Promise<Person> {
  const found = (await listPeople(context.tx)).filter((person) => person.name === name);
  const [only] = found.length > 1 ? found.filter((person) => person.unitId === unitId) : found;
  if (!only) throw new Refusal(found.length > 1 ? 'person.ambiguous' : 'name.unknown', { name });
  return only;
}

async function listOf(context: Context, whose: { id: number; name: string } | undefined, page: string): Promise<Reply> {
  const people = (await listPeople(context.tx)).filter(
    (person) => !person.disabled && (whose === undefined || person.unitId === whose.id),
  );
  return peopleReply(
    people,
    whose?.name ?? '',
    /^\d{1,3}$/.test(page) ? Number(page) : 1,
    `人员 ${whose?.name ?? ''}`.trim(),
  );
}
