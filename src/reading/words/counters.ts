/**
 * What may follow a number that counts things and not money: 1.2万吨, 50万头, 9000万平米, 3万亩. Read behind a number that
 * names no currency.
 */
export const COUNTER =
  /^ ?(?:余|多|来)?(?:[吨台套辆件片只头羽株亩平㎡米人户名家条瓦度立升颗支瓶箱袋包盒枚张册份斤克伏尾匹艘架部双顶盏根卷桶罐粒棵床间座栋字倍像位笔例本道次方株芯辊锭米亿标吉兆年月日天小分秒]|公[里顷斤吨]|千[瓦克米伏升]|[kKmMgGtTwWhH]|个(?!亿|万)|块(?:电|屏|芯|板|玻|组)|农|纱锭)/;
