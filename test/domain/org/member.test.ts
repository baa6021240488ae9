import { expect, test } from 'vitest';
import { type Member, matchMember } from '../../../src/domain/org/member.ts';

const UNITS = [
  { id: 1, name: '临洺关镇', aliases: ['临洺关'] },
  { id: 2, name: '城东街道', aliases: [] },
];
const person = (id: number, name: string, unitId: number | null, mobile: string | null, disabled = false) => ({
  ...{ id, name, unitId, mobile, disabled },
});
const PEOPLE = [
  person(1, '张三', 1, '13800000001'),
  person(2, '张三', 2, '13800000002'),
  person(3, '李四', 1, '13800000003'),
  person(4, '王五', 1, null),
  person(5, '王五', 1, '13800000005'),
  person(6, '赵六', 1, '13800000006', true),
];
const member = (name: string, mobile: string | null, ...departments: string[]): Member => ({
  name,
  mobile,
  departments,
});

test.each([
  ['name and mobile prove it', member('张三', '13800000002', '临洺关镇'), [2, 'mobile']],
  ['without a mobile, the department tells namesakes apart', member('张三', null, '城东街道'), [2, 'department']],
  ['a unit is known by its other names', member('张三', null, '招商办', '临洺关'), [1, 'department']],
  ['a changed mobile proves nothing', member('李四', '13900000000', '临洺关镇'), [3, 'department']],
  ['a name that one person has', member('李四', null), [3, 'name']],
  ['a name that two share is not enough', member('张三', null), 'several'],
  ['two of one department are not told apart', member('王五', null, '临洺关镇'), 'several'],
  ['in both departments', member('张三', null, '临洺关镇', '城东街道'), 'several'],
  ['somebody else’s mobile does not make a namesake', member('张三', '13800000003'), 'several'],
  ['nobody by that name, whatever the mobile', member('孙七', '13800000003', '临洺关镇'), 'nobody'],
  ['who left is not found', member('赵六', '13800000006', '临洺关镇'), 'nobody'],
] as const)('%s', (_, who, wanted) => {
  const found = matchMember(who, PEOPLE, UNITS);
  expect(typeof found === 'string' ? found : [found.person.id, found.by]).toEqual(wanted);
});
