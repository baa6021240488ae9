const NAMES =
  '德国 美国 英国 法国 意大利 西班牙 葡萄牙 荷兰 比利时 卢森堡 瑞士 瑞典 挪威 丹麦 芬兰 冰岛 爱尔兰 奥地利 波兰 捷克 匈牙利 希腊 罗马尼亚 保加利亚 塞尔维亚 克罗地亚 斯洛文尼亚 斯洛伐克 乌克兰 俄罗斯 白俄罗斯 立陶宛 拉脱维亚 爱沙尼亚 土耳其 以色列 沙特阿拉伯 沙特 阿联酋 迪拜 卡塔尔 科威特 阿曼 伊朗 伊拉克 埃及 南非 尼日利亚 肯尼亚 埃塞俄比亚 摩洛哥 坦桑尼亚 日本 韩国 朝鲜 蒙古国 新加坡 马来西亚 泰国 印度尼西亚 印尼 越南 菲律宾 缅甸 老挝 柬埔寨 文莱 印度 巴基斯坦 孟加拉国 孟加拉 斯里兰卡 尼泊尔 哈萨克斯坦 乌兹别克斯坦 澳大利亚 新西兰 加拿大 墨西哥 巴西 阿根廷 智利 秘鲁 哥伦比亚 古巴 列支敦士登 摩纳哥 塞浦路斯 马耳他 毛里求斯 开曼群岛';

/** Countries and regions abroad from which investors come, as Chinese news names them. */
export const COUNTRIES: readonly string[] = NAMES.split(' ');

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
