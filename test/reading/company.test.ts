import { expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { readCompany } from '../../src/reading/company.ts';
import { prepare } from '../../src/reading/prepared.ts';

const company = (text: string) => readCompany(prepare(text, date('2026-06-10'), workCalendar()));

it.each([
  ['年产2万吨锂电铜箔项目由甘肃德福新材料有限公司投资建设', '甘肃德福新材料有限公司'],
  ['华润三九与昆药集团共同投资8.5亿元建设中药基地', '华润三九、昆药集团'],
  ['全球领先的工业气体企业普莱克斯与盐城经济技术开发区举行项目签约仪式', '普莱克斯'],
  ['德国巴斯夫湛江一体化基地项目总投资约100亿欧元', '巴斯夫'],
  ['西门子医疗深圳新基地奠基，总投资超10亿元', '西门子'],
  ['录入 河北华辰新能源科技有限公司 投资3亿', '河北华辰新能源科技有限公司'],
  ['城发环境(000885.SZ)7月9日晚间公告', '城发环境'],
  ['投资方：浙江海正生物材料股份有限公司；总投资：18亿元', '浙江海正生物材料股份有限公司'],
  ['和舜创谈妥了 下周来签 8000万', '舜创'],
  ['接待了苏州博众过来的三个人 想投1.5亿', '苏州博众'],
  ['自行车大厂捷安达再投1.57亿美元', '捷安达'],
  ['做新型肥料的史丹利，考虑上一条线，1.5亿', '史丹利'],
  ['根据协议，中房交见对金西区块进行全域投资，总投资额100亿元。', '中房交见'],
  ['由鲁钟矿业有限公司与长沙矿冶研究院共同投资建设', '鲁钟矿业有限公司、长沙矿冶研究院'],
  ['凯达玻璃 日用玻璃制品 1.8亿', '凯达玻璃'],
])('%s names %s', (text, name) => {
  expect(company(text)).toBe(name);
});

it.each([
  '我们和村里谈妥了，投资3亿',
  '该公司总投资3亿元',
  '双方达成一致，总投资5亿元',
  '县政府与开发区签约',
  '徐总想投个服装厂',
])('%s names no investor', (text) => {
  expect(company(text)).toBeNull();
});
