import { matches } from './matches.ts';
import { asWritten, type Prepared } from './prepared.ts';
import { productLength, startsWithProduct } from './product.ts';
import { readGoods } from './project-goods.ts';

const HEAD =
  '项目(?!区|部|组|经理|推进|库|管家|公司)|新厂(?=[^房长商]|$)|基地|产业园区?|科技园|物流园|园区|工厂|分厂|生产厂|生产线|制造厂|总部|研发中心|中心(?!城|区|镇|位|大道|街)|综合体|产业城|小镇|乐园|(?:养生|健康|文旅|数字|光|云|药)谷|充装站|加氢站|换电站|储能站|电站|电厂|加工厂|广场|度假区|酒店|实验室|研究院|枢纽|客运站|码头(?!岸线)|旗舰店|首店|门店|牧场|养殖场|[猪牛羊鸡鸭马鹅鱼]场|(?:眼镜|模具|动漫|产研|灯饰|鞋业|五金|机电|健康|玩具|珠宝|汽配|康养|体育|数字|美食|农批|花卉|石材)城(?![市乡区])|[材业品具料菜机件体药居鞋服装防漫菌游]园(?=[，,。；;\\s\\d项规开奠签落建框]|$)|(?:示范|配套)区(?=项目|[\\s，,。\\d]|$)|奥莱|装瓶厂|度假村|中央厨房|农场|(?:创新|科创|物流)港|超级工厂|新厂房|屠宰场|加工场|养殖小区|加工园|工业园|创意园|(?:化工|创业|孵化|农业|示范|生态|科创|健康|电商|冷链|装备|材料|食品|医药)园(?!区)|物流港|智慧大棚|集群区|(?:商贸|文化|影视|科技|酒|建材|家居|汽车|食品|小商品|农贸|义乌|温州|旅游|康养)城(?!市)|[一-龥]{2}厂(?=[\\s，,。；;已昨今正在将投开]|$)|工程(?=项目|[在，,。；;\\s]|$|已|将|正式|追加|开工|全面|竣工|总投资|建成|预计|主体|顺利)';
const BUILD =
  '投资建设|投资兴建|投资新建|布局|投资的|投建|构建|自建|拓展|建设|新建|扩建|兴建|建立|开建|设立|打造|建|引进|签订|签约|实施|上马|启动|的';
const BUILT = new RegExp(BUILD);
const CUT =
  /(?:总投资|投资|(?:约|超|达)(?=[\d\s])|人民币|亿元|万元|亿美元|万美元|亿欧元|亩|(?<!\d万?[吨台套件只辆头]|万?千升)的(?=.{3,})|了(?=.{3,})|新?上[一二两三]条|用于|把|手上|在[一-龥]{2,14}?(?:建设|新建|投资|设立|打造|兴建|建立|扩建|投建|布局)|在[一-龥]{1,8}?(?:县|市|区|镇|乡|园|城|这边|那边)(?:[想要来]?[搞做投弄上])|就(?=.{4,}项目)|因|退出|追加|继续|在[咱我你]们(?:这儿?|那儿?|县|市|区|镇|园区)?[建上投做搞办]?个?|(?:想|打算|准备|有意)[来去]?[投做建上搞办开]|^[及和等]|举行|(?<!及)其(?=.{3,})|(?:昨|今|前)天(?=.{3,})|投资建设|投资兴建|投建|扩建(?=.{3,})|新建|兴建|建设(?=.{4,})|设立|建立|打造|开建|布局|拓展|实施|签订|签署|签约|签下|拿下|宣布|主攻|专攻|聚焦|专注|计划|拟(?!人)|将|由|与|和(?=.{6,}项目)|其中|该|本|此|这个|一个|首个|规模高达[^的]{0,12}的|位于|是|为(?=.{4,})|有限公司|有限责任公司|集团(?=.{4,})|公司(?=.{3,})|股份(?=.{4,})|已(?=取)|取得|[“"《])/g;
const GENERIC =
  /^(?:首批|进园|入园|而该|该|本|此|上述|已|取得|这个|一个|重大|重点|新|大|招商|招商引资|工业|产业|外资|当天|当日|那个|制造|生产|研发|具体|开发|个|等|现|引进|落地|开工|签约|在建|投资|建设|合资|合作|亿元|主要|配套|新签约|集中签约|意向|储备|拟建|扩建|追加|二期|一期|子|大型|优质|好|链式|类|年|产业类|扩产|技改|新开工|现有|整个|未|已|正在|准备|办理|洽谈|储备|[百千]?亿?级|省|市|县|区|园区|建设项目|两个|多个|\d+个)*(?:项目|基地|工程|中心|园区|工厂|总部)?$/;
const NAMED = new RegExp(
  `[^，,。；;：:！!？?\\n]{1,60}?(?:${HEAD})(?:[及暨][^，,。；;：:！!？?\\n在]{2,14}?(?:${HEAD}))?(?:[(（][^)）]{1,8}[)）])?(?:[一二三]期)?(?:[^，,。；;：:！!？?\\n的在与和是]{0,10}项目|(?:改?扩建|新建|技改)?(?:[一二三四]期)?工程|综合园区|大楼)?`,
  'g',
);

const CLAUSE = /[^，,。；;：:！!？?\n]+/g;
const HEAD_AT_ALL = new RegExp(HEAD);

const LABELLED =
  /(?:项目名称|拟建项目|投资项目|建设内容|项目内容|(?:^|[\s；;，,。|【】\]])项目)[:：]\s*((?:(?!\s+[\u4e00-\u9fff]{2,5}[:：])[^，,。；;\n]){3,40})/;

/** Something that is built, with how well it names the project; the investor's name in it would count for more. */
interface Work {
  readonly name: string;
  readonly score: number;
}

/** The works that a text names, to be looked at with and without knowing the investor. */
export function findWorks({ plain, text }: Prepared): readonly Work[] {
  return matches(CLAUSE, plain).flatMap((clause) => {
    if (!HEAD_AT_ALL.test(clause[0])) return [];
    return matches(NAMED, clause[0]).flatMap((match) => {
      const start = clause.index + match.index;
      const name = trimProject(match[0]);
      const score = scoreOf(name, match[0]);
      const at = start + match[0].lastIndexOf(name);
      return score > 0 ? [{ name: text.slice(at, at + name.length), score }] : [];
    });
  });
}

/** The shortest piece of text that names the project or what is to be built; null where nothing does. */
export function readProject(
  prepared: Prepared,
  company: string | null,
  works: readonly Work[] = findWorks(prepared),
): string | null {
  const labelled = LABELLED.exec(prepared.plain)?.[1];
  if (labelled) return asWritten(prepared, labelled.trim());
  const own = company?.slice(0, 3) ?? '';
  const points = ({ name, score }: Work) =>
    company?.includes(name) ? 0 : score + (own !== '' && name.includes(own) ? 1 : 0);
  let best: Work | null = null;
  for (const work of works) if (!best || points(work) > points(best)) best = work;
  if (best && points(best) === 0) best = null;
  return best?.name ?? readGoods(prepared, company);
}

function trimProject(raw: string): string {
  let start = 0;
  for (const match of matches(CUT, raw)) {
    const end = match.index + match[0].length;
    if (raw.length - end >= 4 || (raw.length - end >= 3 && /[基工总]|[猪牛羊鸡鸭鱼]场$|[^建]厂$/.test(raw.slice(end))))
      start = end;
  }
  const name = raw
    .slice(start)
    .trim()
    .replace(/^[\s、）)”"\d.]*[、）)”"\s]+/, '');
  const own = name
    .replace(/^.*?\d(?:\s?个)?(?:亿(?:元|美元|欧元|港元|日元)?|万(?:元|美元|欧元|港元))(?:人民币)?[级的]?/, '')
    .replace(
      /^.*?[一二两三四五六七八九十百点半](?:个?亿(?:零?[一二两三四五六七八九十百千]+万|[一二三四五六七八九半](?![期千百十]))?(?:元|美元|欧元|港元|日元)?|万(?:元|美元|欧元|港元))(?:人民币)?(?:新建|扩建|建设|建|上|做|投)?/,
      '',
    )
    .replace(/^.*[\u4e00-\u9fff]\s+(?=\S{3,}$)/, '')
    .replace(/^.*[啊呀哦嗯哎](?=.{3,})/, '')
    .replace(/^20\d\d年(?:\d{1,2}月)?/, '')
    .replace(/^(?:我们?|咱们?)(?:镇|县|市|区|园区)?|^做/, '')
    .replace(/^[一这那][个家座条]|^的/, '');
  const here = own
    .replace(/(?<=.{2}项目)(?:[一二三四]期)?(?:工程)?$/, '')
    .replace(/(?<=.{4})在[^在]{2,16}(?:园区?|区|城|镇)$/, '');
  return /^[^（(]*[）)]/.test(here) ? here.replace(/^[^）)]*[）)]/, '') : here;
}

/** Not a name, but all there is: 二期项目, 二期工厂, 第二工厂, 中国首个生产基地. */
const ORDINAL =
  /^(?:中国|亚洲|亚太|全球|国内|在华)?(?:[一二三四五]期|第[一二三四五]座?|首[个座家]|新|新的)(?:生产|制造|研发)?(?:工厂|基地|厂房|车间|生产线|园区)$|^[二三四五]期(?:项目|工程)$/;

/** More than one thing, or one counted among others: 四个项目, 20个综合实验室, 第三家工厂. */
const SEVERAL =
  /(?:\d+|[两二三四五六七八九十]+|多|几|若干|各)[个大家座条批][一-龥]{0,8}(?:项目|实验室|工厂|基地|生产线|中心)$|重点(?:招商引资)?项目$/;
/** Where something is built, not what. */
const LOCATION =
  /(?:落户|落地|位于|入驻|进驻|坐落|选址|毗邻|与)(?:于|在)?[^，,。；;]{0,18}(?:会议中心|会展中心|市民中心|政务中心|园区?|基地|中心|城|港|产业园区?|科技园)(?:[一二三四]期)?$/;

/** 光武园区, 田营工业园: where it is, not what it is (电驱动产业园). */
const PLACE_ONLY = /^[一-龥]{2,4}(?:园区|产业园|工业园)$/;

function scoreOf(name: string, raw: string): number {
  if (
    name.length < 3 ||
    /\d{7}/.test(name) ||
    /^[xrwcshl]\s?\d/i.test(name) ||
    (GENERIC.test(name) && !ORDINAL.test(name)) ||
    /^[在于嫌]|没有|^名的|(?:省|市|县|区)?重点项目|已用上|同意|认领|优先|或优质|^[（(]|外[方资]总部|别当|(?:招商|新)项目$|(?:投促|招商|指挥|投资促进)中心$|(?:会议|会展|市民|政务|行政|(?:政务|便民|公共)服务)中心$|政府|管委会|委员会|协议|合同|(?:签约|引进|落户|投资|合作|实施|落地)的项目$|(?:[会展月新批次的]|^)(?:签约|开工|奠基|落户|注册|在谈|在建)项目$|[[\]]|招商(?!引资项目)|开发区|举行|^[\d.]+$/.test(
      name,
    )
  )
    return 0;
  if (/(?:那个|这个|的)(?:项目|工程)$/.test(name) && productLength(name) < 3) return 0;
  if (PLACE_ONLY.test(name) && !startsWithProduct(name)) return 0;
  if (ORDINAL.test(name)) return 1;
  let score = name.endsWith('项目') ? 6 : 4;
  if (BUILT.test(raw)) score += 1;
  if (SEVERAL.test(name)) score -= 4;
  if (/[为于]一体的/.test(raw)) score -= 2;
  if (LOCATION.test(raw)) score -= 4;
  if (/最大|首个项目|在中国|重要|又一/.test(name)) score -= 3;
  if (/产业园区$|园区$|中心$|开发区/.test(name)) score -= 2;
  if (/(?:工业|产业|科技|经济)[一-龥]{0,3}(?:园|区)$/.test(name) && !/项目/.test(raw)) score -= 1;
  return score + Math.min(name.length, 20) / 40;
}
