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
  ['温州商会会长徐志明牵线，', '以商招商', '温州商会会长徐志明'],
  ['商会陈秘书长转来个名片', '以商招商', '商会陈秘书长'],
  ['经天津援疆指挥部牵线', null, '天津援疆指挥部'],
  ['委托鼎略咨询挖来的', '委托招商', null],
  ['驻深圳专班带回来的', '驻点招商', null],
  ['陆羽茶文化节上签的', '节会招商', null],
  ['植树节签的字，周五在衡阳签约', null, null],
  ['屏对屏签下的', '云招商', null],
  ['产业投资基金跟投', '资本招商', null],
  ['副场长介绍，今年引进几个项目', null, null],
])('%s came by %s from %s', (text, method, referrer) => {
  expect(readSource(text)).toEqual({ method, referrer });
});

it.each([
  ['美国霍尼韦尔集团签约', '美国'],
  ['台资企业富士康', '台湾'],
  ['温州许总想投九千万', '温州'],
  ['芬兰电梯配件商Wittur的工厂', '芬兰'],
  ['五十铃（日本）扩建', '日本'],
  ['韩方汇了240万美元', '韩国'],
  ['原油来自卡塔尔', null],
  ['采用德国设备', null],
])('%s: from %s', (text, place) => {
  expect(readOrigin(prepared(text), null)).toBe(place);
});
