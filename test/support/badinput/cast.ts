type Row = readonly [
  unit: string | null,
  kind: string,
  group: string,
  alias: string,
  name: string,
  title: string,
  role: string,
  mobile: string,
];

/** The head of the roster that the fixture's people come in with. */
export const ROSTER_HEAD = ['单位', '单位类别', '分组', '单位简称', '姓名', '职务', '角色', '手机'];

const TOWN = ['临洺关镇', '乡镇街道', '乡镇组', '临洺关'] as const;
const STREET = ['城东街道', '乡镇街道', '乡镇组', ''] as const;
const ZONE = ['经济开发区', '园区开发区', '园区组', ''] as const;
const BUREAU = ['发改局', '区直部门', '部门组', ''] as const;
const CENTRE = ['投促中心', '区直部门', '部门组', ''] as const;
const DIGITS = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'];

/** The fixture's people, in the order of {@link MEMBERS}. */
export const ROSTER: readonly Row[] = [
  [...TOWN, '张三', '招商专员', '成员', '13800000000'],
  [...TOWN, '李四', '', '联络员', '13800000001'],
  [...TOWN, '王五', '镇长', '单位负责人', '13800000002'],
  [...STREET, '赵六', '', '成员', '13800000003'],
  [...CENTRE, '钱七', '', '投促中心', '13800000004'],
  [...CENTRE, '钱七二', '', '投促中心', '13800000005'],
  [null, '', '', '', '孙八', '副县长', '领导', '13800000006'],
  [...TOWN, '停用者', '', '成员', '13800000008'],
  ...DIGITS.map((digit, at): Row => {
    const unit = [TOWN, STREET, ZONE, BUREAU][at % 4] ?? TOWN;
    return [...unit, `成员${digit}`, '', '成员', `139000000${String(at).padStart(2, '0')}`];
  }),
];

/** What the cases call them. */
export const MEMBERS: readonly string[] = [
  ...['p.zhang', 'p.li', 'p.wang', 'p.zhao', 'p.qian', 'p.qian2', 'p.sun', 'p.disabled'],
  ...DIGITS.map((_, at) => `p.any20.${at + 1}`),
];

/** The fixture's projects: how they come in, what cases call them, and how they move. */
export const PROJECTS = {
  early: [['公海项目', '天津远洋物流有限公司', '经济开发区', null, '线索', null]],
  late: [
    ['华辰光伏组件项目', '河北华辰新能源科技有限公司', '临洺关镇', 120_000, '在谈', null],
    ['冀南铸件项目', '邯郸冀南铸业有限公司', '临洺关镇', null, '在谈', null],
    ['鲁泰装备项目', '山东鲁泰装备股份有限公司', '城东街道', null, '在谈', '13812345678'],
    ['安达玻璃项目', '沙河安达玻璃有限公司', '临洺关镇', null, '在谈', null],
    ['瑞通标准件项目', '永年瑞通标准件有限公司', '临洺关镇', null, '在谈', null],
    ['显示模组项目', 'TCL科技集团股份有限公司', '经济开发区', null, '在谈', null],
  ],
  keys: {
    'x.pool': '公海项目',
    'x.own': '华辰光伏组件项目',
    'x.signed': '冀南铸件项目',
    'x.other': '鲁泰装备项目',
    'x.lost': '安达玻璃项目',
    'x.prob': '瑞通标准件项目',
    'x.tcl': '显示模组项目',
  },
  moves: [
    ['25', '阶段 {x.signed} 签约 5亿 5月12日 合同已盖章'],
    ['25', '阶段 {x.lost} 流失 资金 5月15日'],
    ['26', '阶段 {x.prob} 签约 2亿 5月12日 合同已盖章'],
    ['26', '阶段 {x.prob} 落地 5月18日 公司已注册'],
    ['26', '阶段 {x.prob} 开工 5月20日 施工许可证已办'],
  ],
} as const;
