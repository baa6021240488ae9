import { expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { readContact } from '../../src/reading/contact.ts';
import { readOrigin } from '../../src/reading/origin.ts';
import { prepare } from '../../src/reading/prepared.ts';
import { readSource } from '../../src/reading/source.ts';

const prepared = (text: string) => prepare(text, date('2026-06-10'), workCalendar());

it.each([
  ['联系人王经理139 0000 1234', '王经理', '13900001234'],
  ['对方何部长 座机0467-1234567', '何部长', '04671234567'],
  ['联系人改成王总 13911112222', '王总', '13911112222'],
])('%s: the contact is %s', (text, name, phone) => {
  const contact = readContact(prepared(text));
  expect([contact.name, contact.phone]).toEqual([name, phone]);
});

it.each([
  ['老乡刘会长介绍的 预制菜', '情感招商', '刘会长'],
  ['由温州老乡陈志明引荐的逆变器项目', '情感招商', '陈志明'],
  ['温州商会徐会长牵线', '以商招商', '温州商会徐会长'],
  ['驻温州招商组今天谈了一家', '驻点招商', null],
  ['在进博会上签的', '节会招商', null],
  ['副场长介绍，今年引进几个项目', null, null],
])('%s came by %s from %s', (text, method, referrer) => {
  expect(readSource(text)).toEqual({ method, referrer });
});

it.each([
  ['美国霍尼韦尔集团签约', '美国'],
  ['台资企业富士康', '台湾'],
  ['温州许总想投九千万', '温州'],
  ['原油来自卡塔尔', null],
  ['采用德国设备', null],
])('%s: from %s', (text, place) => {
  expect(readOrigin(prepared(text), null)).toBe(place);
});
