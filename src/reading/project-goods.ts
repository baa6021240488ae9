import { matches } from './matches.ts';
import type { Prepared } from './prepared.ts';
import { productLength, startsWithProduct } from './product.ts';

/** What is made or built, where no project is called by name; null where nothing says it. */
export const readGoods = (prepared: Prepared, company: string | null): string | null =>
  prepared.chatty ? goodsToken(prepared, company) : (builtGoods(prepared) ?? phase(prepared) ?? madeGoods(prepared));

/** 东汇杭州数创园二期上午封顶: a later phase that is called by name. */
function phase({ plain, text }: Prepared): string | null {
  const match =
    /(?:^|[，,。；;\s])(?!该|其|此|本|项目|一期|工程|目前|同时|另)([A-Za-z\u4e00-\u9fff]{3,12}[二三四五]期)(?=[\u4e00-\u9fff]{0,6}(?:开工|动工|奠基|投产|竣工|落成|封顶|签|备忘录|总投资|投资))/.exec(
      plain,
    );
  const name = match?.[1] ?? '';
  return match && !/项目|工程|一期|将|分/.test(name)
    ? text.slice(match.index + match[0].length - name.length, match.index + match[0].length)
    : null;
}

const MADE =
  /(?:做|搞|上马|上|建(?![议成有])|生产)(?:起|了|的是)?([A-Za-z\d\u4e00-\u9fff+]{3,20}?)(?=[，,。；;]|$|和|，|项目)/g;

/** 在建湖做8英寸芯片，两个亿: what somebody is going to make. */
function madeGoods({ plain, text }: Prepared): string | null {
  for (const match of matches(MADE, plain)) {
    const name = match[1] ?? '';
    const at = match.index + match[0].length - name.length;
    const own = name.replace(/^\d[\d.]*(?:万|亿)?(?:吨|千瓦|兆瓦|套|台|英寸|条)?/, '').replace(/^新一代|^年产/, '');
    if (NO_GOODS.test(name) || !startsWithProduct(own) || productLength(own) < own.length * 0.6) continue;
    return text.slice(at, at + name.length);
  }
  return null;
}

/** What is to be built, where no project is called by name: 建设年产6万吨杏仁露系列饮料. */
function builtGoods({ plain, text }: Prepared): string | null {
  const match = /(?:建设|新建|投建|扩建|兴建|建成|建)((?:年产|日产|月产|年处理|年加工|\d)[^，,。；;、]{4,30})/.exec(
    plain,
  );
  if (!match) return null;
  const at = match.index + match[0].indexOf(match[1] ?? '');
  return text.slice(at, at + (match[1] ?? '').length);
}

const NO_GOODS =
  /[<>=+被太]|落户|落地|^[一二三四五]期[\d.]+[A-Za-z]*$|反映|公司|企业|那家|那个|开工|完工|万$|^其中|首期|后续|\d个$|跟一?下|投资|投了|亿|亩|万元|用工|就业|岗位|产值|税|联系|电话|签|谈|要|想|说|园区$|镇$|乡$|街道$|县$|局|介绍|引荐|进度|指标|用地|选址|环评|困难|落实|问题|昨天|今天|明天|@|记录|大概|左右|收入|销售|书记|领导|一家|几家|来了|考察|觉得|我们|我的|注意|(?:佐证|申报|上报|报送|相关|汇报|证明|申请|书面|纸质)材料|^材料|材料[交报补]|交到|报到|之前|看看|对接|拜访|没|不|吗|呢|老板|厂房|设备进场|卡[了在]|报装|[一二两三四五六七八九十]次|俩|台资|台企|合同|手机|定了|进资|打[完了]|摘|当项目|培训|工人|总部|一锅端|(?:总|董)$|了$|^[（(]|[二三四]期$|产能$/;
const EXTENDED = /(?:技改|扩建|扩产|扩能|改造|[二三四]期)(?:项目|工程)?$/;

/** What stands before the goods: 一家做, 投8000万搞. */
const OFFER =
  /^(?:.*(?:[一有那这][个家位]|[那这]边|[想要来打算准备]+(?=[做搞上投弄])))?(?:[想拟要]?投[\d.]+[万亿]元?)?(?:做|搞|上|弄|生产|的|和|与|那[个家]|这个)+/;

/** What is said behind a firm's name, and is no goods. */
const PLAIN =
  /[了的那这来去在到说又也都还就把被给跟和与已要能会可是有做搞上下过起完好成定]|开|封|签|动|投|产$|奠|竣|验|拿|领|增|期$|园$|区$|城$|公司|集团|合资|一$|二$|老|今|昨|明|年|月|日|号|扩|厂|线$|卡|停|黄|撤|反映/;

const longest = (pieces: readonly string[]): string =>
  pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), '');

/** In chat the goods stand alone between blanks: 定制智能家具, 蜜柚分拣深加工. */
function goodsToken({ plain, text, lead }: Prepared, company: string | null): string | null {
  const names = company?.split('、') ?? [];
  for (const token of matches(/[^\s，,。；;：:！!]+/g, plain)) {
    const word = text.slice(token.index, token.index + token[0].length);
    if (EXTENDED.test(word) && word.length > 4 && word.length < 20) return word;
    const own = names.reduce((left, name) => longest(left.split(name)), word);
    const bare = own.replace(OFFER, '').replace(/(?:那[个家]|的[\u4e00-\u9fff]{0,3})$/, '');
    if (/行业[:：]$/.test(plain.slice(Math.max(0, token.index - 3), token.index))) continue;
    if (/^[\d\-() 转]+$/.test(bare) || bare.length < (lead || own !== word ? 2 : 3) || bare.length > 24) continue;
    if (NO_GOODS.test(bare) || names.some((name) => name.includes(bare))) continue;
    if (own !== word && word.endsWith(bare) && /^[A-Za-z\u4e00-\u9fff]{2,8}$/.test(bare) && !PLAIN.test(bare))
      return bare;
    if (productLength(bare) >= 2 || /\d[\d.]*万?[吨台套件只头辆米亩][一-龥]{2}/.test(bare)) return bare;
  }
  return null;
}
