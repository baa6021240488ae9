const NAMES =
  '德国 美国 英国 法国 意大利 西班牙 葡萄牙 荷兰 比利时 卢森堡 瑞士 瑞典 挪威 丹麦 芬兰 冰岛 爱尔兰 奥地利 波兰 捷克 匈牙利 希腊 罗马尼亚 保加利亚 塞尔维亚 克罗地亚 斯洛文尼亚 斯洛伐克 乌克兰 俄罗斯 白俄罗斯 立陶宛 拉脱维亚 爱沙尼亚 土耳其 以色列 沙特阿拉伯 沙特 阿联酋 迪拜 卡塔尔 科威特 阿曼 伊朗 伊拉克 埃及 南非 尼日利亚 肯尼亚 埃塞俄比亚 摩洛哥 坦桑尼亚 日本 韩国 朝鲜 蒙古国 新加坡 马来西亚 泰国 印度尼西亚 印尼 越南 菲律宾 缅甸 老挝 柬埔寨 文莱 印度 巴基斯坦 孟加拉国 孟加拉 斯里兰卡 尼泊尔 哈萨克斯坦 乌兹别克斯坦 澳大利亚 新西兰 加拿大 墨西哥 巴西 阿根廷 智利 秘鲁 哥伦比亚 古巴 列支敦士登 摩纳哥 塞浦路斯 马耳他 毛里求斯 开曼群岛';

/** Countries and regions abroad from which investors come, as Chinese news names them. */
export const COUNTRIES: readonly string[] = NAMES.split(' ');

/** Cities and states abroad where Chinese firms build. */
export const CITIES_ABROAD: readonly string[] =
  '纽约 洛杉矶 休斯敦 底特律 芝加哥 凤凰城 亚利桑那 得克萨斯 得州 加州 加利福尼亚 佐治亚 密歇根 俄亥俄 田纳西 硅谷 西雅图 墨西哥城 新莱昂 蒙特雷 圣保罗 里约 伦敦 曼彻斯特 巴黎 柏林 慕尼黑 法兰克福 汉堡 杜塞尔多夫 图林根 米兰 都灵 马德里 巴塞罗那 布达佩斯 德布勒森 华沙 布拉格 维也纳 苏黎世 日内瓦 阿姆斯特丹 鹿特丹 布鲁塞尔 斯德哥尔摩 哥本哈根 赫尔辛基 奥斯陆 莫斯科 圣彼得堡 伊斯坦布尔 安卡拉 特拉维夫 利雅得 阿布扎比 多哈 开罗 苏伊士 开普敦 约翰内斯堡 内罗毕 亚的斯亚贝巴 拉各斯 东京 大阪 名古屋 京都 福冈 首尔 釜山 仁川 曼谷 罗勇 春武里 河内 胡志明 北宁 海防 平阳 同奈 西宁省 雅加达 泗水 巴淡 莫罗瓦利 吉隆坡 槟城 柔佛 关丹 金边 西哈努克 万象 仰光 达卡 吉大港 孟买 新德里 浦那 班加罗尔 金奈 古吉拉特 泰米尔纳德 卡拉奇 伊斯兰堡 塔什干 阿拉木图 悉尼 墨尔本 奥克兰 多伦多 温哥华 居林 新山 京畿道 坡州 平泽 龙仁 利川 蔚山 熊本 神户 横滨 内华达 肯塔基 印第安纳 阿拉巴马 北卡罗来纳 南卡罗来纳 弗吉尼亚 俄勒冈 爱达荷 萨克森 勃兰登堡 巴伐利亚 加来 里昂 鹿特丹港 安特卫普'.split(
    ' ',
  );

/** Hong Kong, Macau and Taiwan, which count as origin beside the name too. */
export const OVERSEAS_CHINA: readonly string[] = ['香港', '澳门', '台湾'];

/** Short forms joined with 资, 商, 企: 台资, 港商, 日企, 浙商. */
export const ORIGIN_LETTERS: Readonly<Record<string, string>> = {
  台: '台湾',
  港: '香港',
  澳: '澳门',
  日: '日本',
  韩: '韩国',
  美: '美国',
  德: '德国',
  法: '法国',
  英: '英国',
  新: '新加坡',
  浙: '浙江',
  粤: '广东',
  闽: '福建',
  苏: '江苏',
  徽: '安徽',
  晋: '山西',
  鲁: '山东',
  湘: '湖南',
  赣: '江西',
  豫: '河南',
  川: '四川',
  渝: '重庆',
  楚: '湖北',
  冀: '河北',
  京: '北京',
  沪: '上海',
  津: '天津',
  温: '温州',
  潮: '潮汕',
  甬: '宁波',
};

/** Wider regions abroad, and words for abroad. */
export const REGIONS_ABROAD: readonly string[] = '海外 境外 国外 东盟 东南亚 欧洲 北美 南美 拉美 非洲 中东'.split(' ');
