import type { RefusalWords } from './words.ts';

/** What another org has must sound like what nobody has: a number that is not ours is never said back. */
const isNumber = (ref: unknown): boolean => /^[A-Z]\d+$/.test(String(ref));

/** Refusals about leads, projects, stages and ledgers. */
export const projectRefusals: RefusalWords = {
  'key.closed': ({ id, stage }) => ({ text: `X${id} 已${stage}，不用再列入顶格推进库。` }),
  'key.leader': ({ id }) => ({ text: '还缺由谁来推。', hint: `例如：顶格 X${id} 孙县长 10月底前开工。` }),
  'project.not-found': ({ ref }) => ({
    text: isNumber(ref) ? '没有找到项目：没有这个编号，没有写入任何内容。' : `没有找到项目“${ref}”，没有写入任何内容。`,
    hint: isNumber(ref) ? '请核对编号；发“查 名称”找编号，或发“台账”看清单。' : '发“查 名称”找编号，或发“台账”看清单。',
  }),
  'project.secret': ({ project }) => ({
    text: `${project} 是保密项目，只有知悉人能看能写。`,
    hint: '确需知悉，请知悉人发“保密 编号 @您的名字”。',
  }),
  'project.secret-group': () => ({
    text: '保密项目不在群里办，没有写入任何内容。',
    hint: '请在与小招的单聊里发同样的话。',
  }),
  'secret.nobody': () => ({ text: '至少要留一个知悉人，没有改。', hint: '不再保密请发“保密 编号 解除”。' }),
  'secret.unreached': () => ({
    text: '这是保密项目，不能发在群里，您又还没有和小招单聊过。',
    hint: '请在与小招的单聊里查。',
  }),
  'diligence.unread': ({ project }) => ({
    text: '没看出实力强弱和风险高低，没有写入任何内容。',
    hint: `例如：尽调 ${project} 实力强 风险低 注册资本5000万，被执行1起已结 来源 信用公示系统`,
  }),
  'brief.not-yours': ({ project }) => ({
    text: `${project} 是其他单位的项目，专报由责任单位、投促中心和领导出。`,
  }),
  'register.not-yours': () => ({
    text: '其他单位的台账不给看，只看本单位的和公海。',
    hint: '发“台账”看本单位，发“台账 公海”看可认领的。',
  }),
  'project.several': () => ({ text: '有几个项目对得上，没有写入任何内容。', hint: '请从列表里选一个，或写编号。' }),
  'find.none': ({ words }) => ({
    text: `没有找到“${words}”。`,
    hint: '换个说法试试：企业简称、项目名里的两三个字，或编号。',
  }),
  'capture.empty': () => ({
    text: '没有线索内容，没有写入。',
    hint: '例如：录入 河北华辰新能源公司拟投资12亿元建光伏组件项目，李总13812345678。',
  }),
  'capture.unread': ({ text }) => ({
    text: `“${String(text).slice(0, 30)}”里没看到企业、项目或金额，这条没有写入。`,
    hint: '例如：录入 河北华辰新能源公司拟投资12亿元建光伏组件项目，李总13812345678。',
  }),
  'capture.aside': ({ name }) => ({
    text: `没看出要改“${name}”的什么，草稿没有改动，还在等您确认。`,
    hint: '要改就写“投资3亿”“联系人王总 13800001234”；不要了发“放弃”；说另一个项目、别的事请以命令开头，例如“录入”“外出”“进展 X113”。',
  }),
  'capture.discarded': () => ({ text: '这条草稿已放弃，没有写入。', hint: '请重新“录入”。' }),
  'capture.written': () => ({ text: '这条线索已经录入，不能放弃。', hint: '10 分钟内可发“撤销”。' }),
  'capture.again': ({ project }) => ({
    text: `这条线索已经录入（${project}），没有再写入。`,
    hint: `要改请发“补充 ${project} 内容”。`,
  }),
  'capture.alike': ({ project }) => ({
    text: `刚刚有人录入了相近的项目 ${project}，这条没有写入。`,
    hint: '同一个项目请“补充”；确实不同请点“仍要录入”。',
  }),
  'lead.credit-code': ({ given }) => ({
    text: `信用代码“${given}”不对（18 位，最后一位是校验码），没有写入。`,
    hint: '请照营业执照核对一遍再发。',
  }),
  'amend.nothing': () => ({
    text: '没有看到新的内容，没有写入。',
    hint: '例如：补充 X113 总投资15亿元，联系人王总13800001234。',
  }),
  'amend.emptied': ({ label }) => ({ text: `${label}不能清空，没有写入。`, hint: '可以改成别的内容。' }),
  'amend.referrer-locked': ({ referrer }) => ({
    text: `引荐人已登记为“${referrer}”，不能更改，没有写入。`,
    hint: '确需更正请联系投促中心。',
  }),
  'progress.too-long': ({ limit }) => ({ text: `进展一次最多 ${limit} 字，没有写入。`, hint: '请分几次写。' }),
  'claim.no-unit': () => ({ text: '您没有所属单位，不能认领，没有写入。', hint: '投促中心可用“移交”把线索交给单位。' }),
  'claim.limit': ({ limit }) => ({
    text: `您单位近 30 天已认领 ${limit} 条还没有推进的线索，没有写入。`,
    hint: '先推进手上的，或请投促中心“移交”。',
  }),
  'claim.too-soon': ({ days }) => ({ text: `这条线索刚从您单位转入公海，${days} 天内不能再认领，没有写入。` }),
  'claim.not-pooled': () => ({ text: '这个项目不在公海，没有写入。', hint: '请联系投促中心。' }),
  'hand-over.same': () => ({ text: '已经由这个单位负责，没有写入。' }),
  'hand-over.closed': ({ stage }) => ({ text: `项目已${stage}，不能移交，没有写入。` }),
  'transfer.share': ({ given }) => ({
    text: `“${given}”里没看到分成比例，没有写入。`,
    hint: '先写转出单位、再写接收单位，例如：流转 X113 城东街道 40:60',
  }),
  'transfer.no-unit': () => ({ text: '公海里的项目没有责任单位，不能流转，没有写入。', hint: '请先认领。' }),
  'transfer.closed': ({ stage }) => ({ text: `项目已${stage}，不能流转，没有写入。` }),
  'transfer.same': () => ({ text: '接收单位就是现在的责任单位，没有写入。' }),
  'transfer.open': ({ ref }) => ({ text: `${ref} 已经有一个流转申请在办，没有重复写入。` }),
  'transfer.not-accepted': () => ({ text: '接收单位还没有同意，不能确认，没有写入。' }),
  'transfer.gone': () => ({ text: '这个流转申请已经不在了，没有写入。' }),
  'reward.no-referrer': ({ ref }) => ({
    text: `${ref} 没有登记引荐人，没有奖励可算。`,
    hint: `先写：补充 ${ref} 推荐人：某某`,
  }),
  'reward.too-much': ({ given, due }) => ({
    text: `要发 ${given} 元，超过应发 ${due} 元，没有记。`,
    hint: '请核对金额和节点。',
  }),
  'reward.not-noticed': ({ ref, to, released }) => ({
    text: to ? `${ref} 公示期到 ${to}，公示期满的可发 ${released} 元，没有记。` : `${ref} 的奖励还没有公示，没有记。`,
    hint: to ? '公示期满以后再记；应发的数后来变多的，多出部分要再公示。' : `先出公示稿：奖励 ${ref} 公示`,
  }),
  'reward.noticed': ({ ref }) => ({
    text: `${ref ? `${ref} ` : ''}应发的奖励都已公示期满，不用再公示。`,
    hint: '可以发放了。发完记一笔：奖励 X113 已发 30万元 6月8日',
  }),
  'reward.payment-form': () => ({ text: '没看到项目或金额，没有记。', hint: '例如：奖励 X113 已发 30万元 6月8日' }),
  'reward.filing-form': () => ({ text: '没看到是哪个项目，没有出备案表。', hint: '例如：奖励 X113 备案表' }),
  'reward.nothing-due': ({ ref }) => ({
    text: `${ref ? `${ref} ` : ''}现在没有应发的奖励，不用公示。`,
    hint: '到了约定的节点、核实以后才应发；预计数看“奖励”。',
  }),
  'reward.rule': ({ path, message }) => ({
    text: `奖励规则有误（${path}）：${message}，没有改动。`,
    hint: '写法见奖励规则的说明。',
  }),
  'stage.same': ({ stage }) => ({ text: `项目现在就是“${stage}”，没有重复写入。` }),
  'stage.framework': ({ intent }) => ({
    text: '框架协议、备忘录不算签约，没有写入。',
    hint: intent ? '请报“意向”阶段；签正式合同后再报签约。' : '请用“进展”记下来；签正式合同后再报签约。',
  }),
  'stage.off': ({ stage }) => ({
    text: `本地区没有启用“${stage}”阶段，没有写入。`,
    hint: '需要时请投促中心发“设置 可选阶段 意向、竣工”启用。',
  }),
  'stage.shelved': ({ before }) => ({
    text: `项目搁置着，没有写入。`,
    hint: `请先恢复到“${before}”：阶段 X113 恢复；再往下报。`,
  }),
  'stage.not-shelved': ({ stage }) => ({
    text: `项目现在是“${stage}”，没有搁置，不用恢复，没有写入。`,
    hint: '流失、否决的项目要重新推进，请投促中心用“阶段”写明原因办理。',
  }),
  'stage.needs-amount': () => ({ text: '报签约要带协议金额，没有写入。', hint: '例如：阶段 X113 签约 12亿 6月3日。' }),
  'stage.needs-reason': ({ stage }) => ({
    text: `报“${stage}”要写原因，没有写入。`,
    hint: `例如：阶段 X113 ${stage} 投资方选择了邻市。`,
  }),
  'stage.order': ({ from, to, next }) => ({
    text: `从“${from}”不能直接到“${to}”，没有写入。`,
    hint: `${next ? `下一个阶段是“${next}”` : '请按顺序报'}；跳过或退回阶段要由投促中心办理并写明原因。`,
  }),
  'stage.open-problems': ({ count }) => ({
    text: `还有 ${count} 个问题没有解决，不能报投产，没有写入。`,
    hint: '先“解决 W编号”，或由投促中心写明原因后办理。',
  }),
  'date.future': ({ text }) => ({
    text: `“${text}”还没到，没有写入。`,
    hint: '请写已经发生的日期；是往年的请写上年份。',
  }),
  'date.too-old': ({ text }) => ({ text: `“${text}”太早了，没有写入。`, hint: '请核对年份。' }),
  'verify.nothing': ({ record }) => ({
    text: `${record} 没有待核实的阶段填报，没有写入。`,
    hint: '发“核实”看待核实清单。',
  }),
  'verify.own': () => ({ text: '自己填报的要由另一位同事核实，没有写入。' }),
  'verify.which': () => ({ text: '没有写编号，没有写入。', hint: '例如：退回 X113 合同没有盖章。' }),
  'entry.not-found': () => ({ text: '没有这个编号的账，没有写入。', hint: '请核对编号；发“查 项目”看台账。' }),
  'entry.stage': ({ stage, ledger }) => ({
    text: `项目还在“${stage}”，签约后才能记${ledger}，没有写入。`,
    hint: '先报签约：阶段 X113 签约 金额 日期。',
  }),
  'entry.voucher-used': ({ voucher, entry, project }) => ({
    text: `凭证 ${voucher} 已用于 ${project} 的 ${entry}，不能重复使用，没有写入。`,
    hint: '请核对凭证号。',
  }),
  'reverse.verified': ({ entry }) => ({ text: `${entry} 已核实，要由投促中心冲销，没有写入。` }),
  'reverse.reversal': ({ entry }) => ({ text: `${entry} 本身是冲销记录，不能再冲销，没有写入。` }),
  'review.none': ({ review }) => ({ text: `没有会审${review}。`, hint: '发“会审”看进行中的。' }),
  'review.project': () => ({
    text: '没有写是哪个项目，没有发起会审。',
    hint: '例如：会审 X113 发改局 自然资源局 3天内；出意见：会审 3 同意。',
  }),
  'review.units': ({ project }) => ({
    text: `${project} 还没有会审过；要发起，请写上部门。`,
    hint: `例如：会审 ${project} 发改局 自然资源局 生态环境局 3天内。`,
  }),
  'review.verdict': ({ review }) => ({
    text: '没看出是同意、有条件同意还是不同意，没有写入。',
    hint: `例如：会审 ${review} 有条件同意 先补能评。`,
  }),
  'review.words': ({ review, verdict }) => ({
    text: `${verdict}要写理由，没有写入。`,
    hint: `例如：会审 ${review} ${verdict} 用地指标还没落实。`,
  }),
  'review.not-asked': ({ units }) => ({ text: `这次会审请的是 ${units}，没有您的单位，没有写入。` }),
  'review.closed': ({ review }) => ({
    text: `会审${review}已经结束，意见不能再改，没有写入。`,
    hint: '要重新会审请再发起。',
  }),
  'review.text-long': ({ limit }) => ({ text: `意见太长（最多 ${limit} 字），没有写入。`, hint: '请写要点。' }),
};
