import type { RefusalWords } from './words.ts';

/** Refusals about places, policies and what else an office keeps for investors. */
export const offerRefusals: RefusalWords = {
  'place.none': ({ place }) => ({ text: `没有 ${place} 号载体。`, hint: '发“载体”看编号。' }),
  'place.number': ({ verb }) => ({
    text: `${verb}哪一处？没有写编号，没有写入。`,
    hint: `例如：载体 ${verb} 3 X113 40亩。`,
  }),
  'place.project': ({ verb, place }) => ({
    text: `没有写是哪个项目，没有写入。`,
    hint: `例如：载体 ${verb} ${place} X113。`,
  }),
  'place.unread': () => ({
    text: '没看出载体的名称和面积，没有写入。',
    hint: '例如：载体 新增 城东产业园3号地 空闲60亩 园区 经开区 价格 12万元/亩 产业 装备制造。',
  }),
  'place.full': ({ place, free, wanted }) => ({
    text: `${place} 只有 ${free} 亩空闲，不够 ${wanted} 亩，没有写入。`,
    hint: '写少些，或发“匹配 项目”找别处。',
  }),
  'place.need': ({ project }) => ({
    text: `${project} 还没有用地需求，不知道占多少，没有写入。`,
    hint: `写上亩数：载体 占用 3 ${project} 40亩；或先“补充 ${project} 用地40亩”。`,
  }),
  'policy.none': ({ policy }) => ({ text: `没有 ${policy} 号政策。`, hint: '发“政策”看编号。' }),
  'policy.unread': () => ({
    text: '没看出政策的名称和内容，没有写入。',
    hint: '名称在前，内容写在“支持”后面，例如：政策 新增 设备投资补助 支持 按设备投资额5%补助，最高500万元 门槛 1亿 依据 云政发〔2026〕3号。',
  }),
  'resource.none': ({ resource }) => ({ text: `没有 ${resource} 号资源。`, hint: '发“资源”看编号。' }),
  'resource.number': () => ({
    text: '没有写是几号资源，没有写入。',
    hint: '例如：资源 联系 3 电话沟通，下月回乡考察。',
  }),
  'resource.future': ({ day }) => ({ text: `${day} 还没到，联系了再记，没有写入。` }),
  'resource.unread': () => ({
    text: '没看出类型和姓名，没有写入。',
    hint: '例如：资源 新增 乡贤 张建国 深圳 某科技公司董事长 13900001111；类型有乡贤、企业家、商会、协会、招商大使、基金、中介、联络点。',
  }),
  'expected.closed': ({ project, stage }) => ({ text: `${project} 已${stage}，不再预计，没有写入。` }),
  'expected.month': ({ month }) => ({
    text: `${month} 已经过去或太远（最多两年），没有写入。`,
    hint: '已经到了的请报“到位”“外资”“固投”。',
  }),
  'expected.when': () => ({
    text: '没看出是哪个月，没有写入。',
    hint: '例如：预计到账 X113 外资 200万美元 7月 把握80%。',
  }),
  'expected.currency': () => ({
    text: '外资写万美元，到位、固投写人民币，没有写入。',
    hint: '例如：预计到账 X113 外资 200万美元 7月；预计到账 X113 到位 5000万 7月。',
  }),
  'expected.likelihood': ({ likelihood }) => ({ text: `把握 ${likelihood}% 超过 100%，没有写入。` }),
  'offer.none': ({ offer }) => ({ text: `没有 ${offer} 号包装项目。`, hint: '发“储备”看编号。' }),
  'offer.number': () => ({ text: '没有写编号，没有写入。', hint: '例如：储备 推介 3 宁波海纳公司。' }),
  'offer.company': ({ offer }) => ({
    text: '推介给了谁？没有写企业，没有写入。',
    hint: `例如：储备 推介 ${offer} 宁波海纳公司。`,
  }),
  'offer.unread': () => ({
    text: '没看出名称和拟引资额，没有写入。',
    hint: '名称在前，例如：储备 新增 预制菜产业园项目 投资 3亿 产业 现代食品 选址 清河镇食品园。',
  }),
  'firm.none': ({ firm }) => ({ text: `没有 ${firm} 号目标企业。`, hint: '发“目标企业”看编号。' }),
  'firm.unread': () => ({
    text: '没看出企业名称，没有写入。',
    hint: '例如：目标企业 新增 比亚迪 世界500强 上市 新能源 深圳。',
  }),
  'firm.state': ({ firm }) => ({
    text: '没看出到哪一步，没有写入。',
    hint: `进展有 已联系、已拜访、来考察、放弃，例如：目标企业 ${firm} 已拜访 下月来考察；成了线索写编号：目标企业 ${firm} X113。`,
  }),
  'firm.plan': ({ firm, limit }) => ({
    text: `方案要写内容（最多 ${limit} 字），没有写入。`,
    hint: `例如：目标企业 ${firm} 方案 周副县长带队，重点谈标准地。`,
  }),
  'brief.unknown': ({ words }) => ({
    text: words ? `项目和目标企业里都没有“${words}”。` : '没有写是哪个项目或企业。',
    hint: '例如：四知 X113；四知 比亚迪。没有的先“目标企业 新增”。',
  }),
  'material.none': ({ material }) => ({ text: `没有 ${material} 号资料。`, hint: '发“资料”看有哪些。' }),
  'material.unread': () => ({
    text: '要写名称，并附上文件或写链接，没有写入。',
    hint: '例如：把文件和“资料 新增 投资指南”一起发；资料 新增 宣传片 https://…',
  }),
  'effect.unread': ({ project }) => ({
    text: '没看出是哪项成效、多少，没有写入。',
    hint: `例如：成效 ${project} 就业120人 村集体增收30万元 盘活40亩 带动80户。`,
  }),
  'post.day': ({ day, days }) => ({ text: `${day} 太早或还没到，打卡只能补 ${days} 天内的，没有写入。` }),
  'post.place': () => ({ text: '没看出驻在哪里，没有写入。', hint: '例如：驻点 上海 拜访两家电子企业。' }),
  'expected.amount': () => ({
    text: '没看出金额（写上万元、亿元或万美元），没有写入。',
    hint: '例如：预计到账 X113 5000万 7月；预计到账 X113 外资 200万美元 7月。',
  }),
};
