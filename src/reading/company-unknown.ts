import { type Candidate, isName } from './company-phrase.ts';
import { isNameLike, wordsOf } from './dictionary.ts';
import type { Prepared } from './prepared.ts';
import { startsWithProduct } from './product.ts';
import { KNOWN_FIRMS } from './words/known-firms.ts';
import { SURNAMES } from './words/surnames.ts';

/** Characters that stand for themselves in plain speech, so that they begin or end no unknown word. */
const PLAIN = new Set(
  '的了在是要又没到说想把跟和与就也都还再去来请让给被个家这那我你他她它们会能好大小多少上下前后里中外地钱人事县市区镇乡村省州局办所部委组科室处书总老旧一二三四五六七八九十百千万亿几两半第年月日号时分点天早晚今昨明周期元亩吨台套条只头辆件块做搞干用建设谈签投落开动报交发问催盯看听查吃喝买卖租从往向对为以因但而且或及并等很太最更已将拟可先由于无不未非每各该此其某厂店站园楼路桥房车机线电水气煤油粮茶酒药钢铁铜铝纸布鞋衣带嫌怕停卡黄撤改变减加增降转接送陪约见走过起完成批定够差欠慢快急忙累行呢吗吧啊哈嗯哦喂招商资额税地款项目收支付费价量率征拆迁占补缴罚息贷债股份券基',
);
const BEHIND =
  /^(?:$|[\s，,。；;！!]|的|那|这|[一二三四]期|二厂|三厂|项目|嫌|说|要|想|来|又|已|签|投|拟|今|昨|明|刚|昨天|今天|封顶|开工|奠基|投产|增资|追加|扩产|摘牌|拿地|落户|准备|打算|考虑|计划)/;
const AHEAD =
  /(?:^|[^\u4e00-\u9fff]|[的跟和与把让给对向由是说叫找等去]|拜访|对接|走访|大家|好消息|[今昨明]天|[今明]早|昨晚|刚刚|刚才|上午|下午|(?:报告|汇报|说|讲|通报)一?下)$/;
const NO_PLACE =
  /^(?:小镇|温泉|度假|景区|古镇|新城|公园|养老|文旅|旅游|服装园|园|区|镇|村|路|县|工业|产业|开发|新区|片区)/;
const GOODS_FOLLOW = /^(?:的|那个|这个|家|公司的?)?/;
const KNOWN = KNOWN_FIRMS.split(' ');
const PERSON_LED = new RegExp(`^(?:${SURNAMES})`);

/**
 * In chat a word of two to five characters that no dictionary knows, where something is said of it: 雅迪电动车总装线, 东睦的二期,
 * 铭泰嫌电价高. Only a weak sign, for messages in which nothing else looks like a firm. Someone's own name is none.
 */
export function byUnknown({ plain, chatty, amounts }: Prepared): Candidate[] {
  if (!chatty || !mayHoldRun(plain)) return [];
  return runs(plain).flatMap(({ word, at }) => {
    const behind = plain.slice(at + word.length, at + word.length + 8);
    if (!AHEAD.test(plain.slice(Math.max(0, at - 4), at)) || NO_PLACE.test(behind)) return [];
    const goods = startsWithProduct(behind.replace(GOODS_FOLLOW, ''));
    if (!goods && !BEHIND.test(behind)) return [];
    if (isPersonal(word, behind, goods) && !(at === 0 && amounts.length > 0)) return [];
    if (/[@老小]$|联系人?[:：]?$|(?:老板|书记|镇长|局长|主任|经理)$/.test(plain.slice(Math.max(0, at - 4), at)))
      return [];
    return isName(word) && !startsWithProduct(word) ? [{ names: [word], at, score: goods ? 1.5 : 1 }] : [];
  });
}

/** 刘洋说, 国轩那边: a surname leads; only a firm's beginning, goods or a phase behind it make it no person's name. */
const isPersonal = (word: string, behind: string, goods: boolean): boolean =>
  PERSON_LED.test(word) &&
  word.length < 4 &&
  !goods &&
  !/^[一二三四]期|^项目/.test(behind) &&
  !KNOWN.some((firm) => firm.startsWith(word));

const isLone = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff' && !PLAIN.has(character);

/** Whether two characters that are no plain words stand where such a word may begin: looking into the dictionary costs more. */
function mayHoldRun(plain: string): boolean {
  let before = false;
  for (let at = 0; at < plain.length; at += 1) {
    const lone = isLone(plain.charAt(at));
    if (lone && before && AHEAD.test(plain.slice(Math.max(0, at - 5), at - 1))) return true;
    before = lone;
  }
  return false;
}

/** Neighbouring characters that the dictionary leaves alone and that are no plain words. */
function runs(plain: string): { word: string; at: number }[] {
  const found: { word: string; at: number }[] = [];
  let word = '';
  let at = 0;
  const close = () => {
    if (word.length >= 2 && word.length <= 5) found.push({ word, at });
    word = '';
  };
  for (const { segment, index } of wordsOf(plain)) {
    if ((segment.length === 1 && isLone(segment)) || isNameLike(segment)) {
      if (word === '') at = index;
      word += segment;
    } else close();
  }
  close();
  return found;
}
