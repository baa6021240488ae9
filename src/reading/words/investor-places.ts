/** How two or more investors are joined. The last group but one is before 与, the last behind it. */
export const JOINT =
  /([^，,。；;：:！]{2,40}?)(?:与|和|及|、)([^，,。；;：:！与和]{2,30}?)(?:三方|双方|两家)?(?:共同|联合|合资|携手|合作)(?:出资|投资|建设|打造|组建|成立|设立|的)/g;

/** Where an investor stands in a sentence: `before` the match, or `inside` its first group; the score says how telling that is. */
export const ROLES: readonly {
  readonly pattern: RegExp;
  readonly side: 'before' | 'inside';
  readonly score: number;
}[] = [
  {
    pattern:
      /由([^，,。；;！？]{2,50}?)(?:三方|双方|两家)?(?:共同|联合|合资|合作|独家|负责|倾力|控股的?|全资)*(?:出资|投资|注资|建设|投建|打造|承办|开发|兴建)/g,
    side: 'inside',
    score: 9,
  },
  {
    pattern:
      /(?:将|拟|计划|决定|宣布|承诺)(?:[^，,。；;]{0,24}?)(?:投资|投建|建设|新建|扩建|设立|投入|兴建|建立|建厂|打造)/g,
    side: 'before',
    score: 7,
  },
  { pattern: /(?:总投资|投资(?!额|总|强度|方|人|商|促|者)|斥资|注资|增资|投建|投了|投的)/g, side: 'before', score: 6 },
  { pattern: /(?:与|和|同|跟)[^，,。；;]{2,60}?(?:签订|签署|签约|举行|达成|拟签)/g, side: 'before', score: 6 },
  {
    pattern: /(?:与|和|跟|引进|引入|迎来|对接|招引)([^，,。；;]{2,40}?)(?:举行|签订|签署|签约|正式签|达成|落户|投资)/g,
    side: 'inside',
    score: 5,
  },
  {
    pattern: /在[^，,。；;]{2,30}?(?:落子|设立|开工|投产|签约|建设|建厂|注册|领取|扩建|拿地|布局|落户)/g,
    side: 'before',
    score: 6,
  },
  {
    pattern: /是(?:一家|中国|国内|全球|世界|我国|专业)[^，,。；;]{2,40}?(?:企业|公司|厂家|商)/g,
    side: 'before',
    score: 6,
  },
  { pattern: /一家(?:专业)?(?:生产|从事|做)[^，,。；;]{2,40}?(?:企业|公司)/g, side: 'before', score: 6 },
  { pattern: /在[^，,。；;]{2,14}?的[^，,。；;]{2,16}?(?:基地|项目|工厂)/g, side: 'before', score: 4 },
  {
    pattern: /(?:公告|签约|签署|签订|落户|落子|落地|入驻|注册成立|投产|开工|动工|奠基|竣工|开业|落成|启用|签了)/g,
    side: 'before',
    score: 3,
  },
];

/** 总投资10亿元的X项目. */
export const OF_SUM =
  /投资[^，,。；;]{0,12}[亿万]元?(?:人民币|美元|欧元)?的([^，,。；;]{3,30}?)(?:项目|基地|工厂|总部|是|在(?!线)|[，,。])/g;

/** X项目在某地开工, X研发中心落户. */
export const STARTED =
  /([^，,。；;：:！]{3,40}?)(?:项目|基地|工厂)(?:在[^，,。；;]{2,12})?(?:正式|成功|顺利|现场|已|主体结构|主体|全部|建设){0,3}(?:签约|落户|开工|投产|落地|奠基|竣工|动工|封顶|完成|扩建|落成|启用|投运|开始建设|开建)|([^，,。；;：:！]{3,40}?)(?:中心|总部)(?:正式|成功)?(?:落地|落户|签约|揭牌|启用|投用)/g;
