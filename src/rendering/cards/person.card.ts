import { ROLE_NAMES, type Role } from '../../domain/org/access.ts';
import type { Lookup, Member } from '../../domain/org/member.ts';
import { maskedMobile } from '../format.ts';
import { facts, list, note, type Reply, say } from '../reply.ts';

/** A person as cards show it. */
interface Shown {
  readonly id: number;
  readonly name: string;
  readonly title: string | null;
  readonly unitName: string | null;
  readonly mobile: string | null;
  readonly role: Role;
  readonly disabled: boolean;
}

/** How many people fit on a phone screen. */
const PAGE = 12;

/** "张三 · 临洺关镇 · 联络员 · 138****0000". */
const personLine = (person: Shown): string =>
  [
    person.name + (person.title ? `（${person.title}）` : ''),
    person.unitName,
    ROLE_NAMES[person.role],
    person.mobile ? maskedMobile(person.mobile) : null,
    person.disabled ? '已停用' : null,
  ]
    .filter(Boolean)
    .join(' · ');

/** One page of people. */
export function peopleReply(people: readonly Shown[], whose: string, page: number, line: string): Reply {
  const pages = Math.max(1, Math.ceil(people.length / PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  return {
    title: people.length === 0 ? `${whose}没有人员` : `${whose}人员 ${people.length} 位`,
    tone: 'info',
    parts: [
      list(people.slice((shown - 1) * PAGE, shown * PAGE).map(personLine)),
      ...(pages > 1 ? [note(`第 ${shown} 页，共 ${pages} 页`)] : []),
    ],
    buttons: shown < pages ? [say('下一页', `${line} ${shown + 1}`)] : [],
  };
}

/** What was done to a person. */
export const personCard = (person: Shown, done: string): Reply => ({
  title: `${person.name} ${done}`,
  tone: 'ok',
  parts: [
    facts(
      ['单位', person.unitName],
      ['职务', person.title],
      ['角色', ROLE_NAMES[person.role]],
      ['手机', person.mobile ? maskedMobile(person.mobile) : null],
      ['状态', person.disabled ? '已停用' : '在岗'],
    ),
  ],
});

/** What the directory says of an account, and what of it differs from the roster. */
function memberLine({ name, mobile, departments }: Member, person: Shown): string {
  const line = [name, departments[0], mobile ? maskedMobile(mobile) : '没给手机号'].filter(Boolean).join(' · ');
  const differs = [
    name === person.name ? '' : '姓名',
    !person.unitName || departments.includes(person.unitName) ? '' : '单位',
    mobile === null || mobile === person.mobile ? '' : '手机号',
  ].filter(Boolean);
  return differs.length === 0 ? line : `${line}（${differs.join('、')}与花名册不同，请核对）`;
}

/** To staff: an account asks to be a person; the accounts the person has already are shown. */
export const bindingCard = ({
  person,
  account,
  existing,
  lookup,
}: {
  readonly person: Shown;
  readonly account: { readonly platform: string; readonly workspace: string; readonly externalId: string };
  readonly existing: readonly { readonly platform: string; readonly state: string }[];
  readonly lookup: Lookup | null;
}): Reply => ({
  title: `${person.name}申请绑定，是本人吗？`,
  tone: 'ask',
  parts: [
    facts(
      ['人员', personLine(person)],
      ['平台', account.platform],
      ['账号', account.externalId],
      ['通讯录', lookup && ('absent' in lookup ? '查不到这个账号' : memberLine(lookup.member, person))],
      ['已有绑定', existing.length === 0 ? '无' : existing.map(({ platform }) => platform).join('、')],
    ),
  ],
  buttons: [
    { label: '同意', style: 'primary', press: { command: '绑定', action: 'agree', args: { ...account } } },
    { label: '拒绝', style: 'danger', press: { command: '绑定', action: 'refuse', args: { ...account } } },
  ],
});

/** To the person: bound. */
export const boundCard = (person: Shown): Reply => ({
  title: `${person.name}，您已绑定成功`,
  tone: 'ok',
  parts: [facts(['单位', person.unitName], ['角色', ROLE_NAMES[person.role]])],
  buttons: [say('帮助', '帮助'), say('我的', '我的')],
});
