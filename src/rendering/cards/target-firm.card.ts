import type { CalendarDate } from '../../domain/calendar/date.ts';
import { countStates, type TargetFirm } from '../../domain/target-firm/target-firm.ts';
import { dayText } from '../day.ts';
import { short } from '../format.ts';
import { facts, list, note, type Reply, say, sayMore, type TablePart } from '../reply.ts';

/** A firm with its plan; where to look it up outside, since nothing here goes on the net by itself. */
export function firmCard(firm: TargetFirm, today: CalendarDate, title = '目标企业'): Reply {
  return {
    title: `${title}：${firm.id} 号 ${firm.name}，${firm.state}`,
    tone: 'ok',
    parts: [
      facts(
        ['榜单', firm.ranks.join('、')],
        ['产业链', [firm.chain, firm.node].filter(Boolean).join(' · ')],
        ['地区', firm.region],
        ['敲门', [firm.unitName, firm.keeper].filter(Boolean).join(' ')],
        ['最近', firm.touchedOn && `${dayText(firm.touchedOn, today)}${firm.lastWords ? `，${firm.lastWords}` : ''}`],
        ['一企一策', firm.plan],
        ['线索', firm.projectId === null ? null : `X${firm.projectId}`],
      ),
      ...(firm.plan === null ? [note(`还没有方案：目标企业 ${firm.id} 方案 谁去谈、给什么、何时去`)] : []),
      note(
        '本系统不联网查企业。登记、风险、中标请到国家企业信用信息公示系统 gsxt.gov.cn、执行信息公开网 zxgk.court.gov.cn、中国招标投标公共服务平台 cebpubservice.com 查。',
      ),
    ],
    buttons: [
      sayMore('记一次接触', `目标企业 ${firm.id} 已联系`, 'primary'),
      ...(firm.plan === null ? [sayMore('写方案', `目标企业 ${firm.id} 方案`)] : []),
      ...(firm.projectId === null ? [] : [say('看线索', `查 X${firm.projectId}`)]),
      say('行前简报', `四知 ${firm.name}`),
    ],
  };
}

const SHOWN = 10;

/** Firms by how far they have come, those nobody knocked at first. */
export function firmsReply(firms: readonly TargetFirm[], whose: string): Reply {
  if (firms.length === 0)
    return {
      title: `${whose ? `${whose}：` : ''}还没有目标企业`,
      tone: 'info',
      parts: [
        note(
          '登记（可一行一家）：\n目标企业 新增\n比亚迪 世界500强 上市 新能源 储能电池 深圳\n宁德时代 上市 新能源 福建',
        ),
      ],
    };
  const untouched = firms.filter(({ state }) => state === '未接触');
  const rest = firms.filter(({ state }) => state !== '未接触');
  const states = countStates(firms).map(({ state, count }) => `${state} ${count}`);
  return {
    title: `${whose}目标企业 ${firms.length} 家：${states.join('，')}`,
    tone: 'info',
    parts: [
      list([...untouched, ...rest].slice(0, SHOWN).map(firmLine)),
      ...(firms.length > SHOWN
        ? [note(`还有 ${firms.length - SHOWN} 家，写上产业链、榜单或“未接触”只看一部分，“导出”看全部。`)]
        : []),
    ],
    buttons: [say('导出', '目标企业 导出'), sayMore('登记', '目标企业 新增')],
  };
}

/** "3 号 比亚迪（世界500强，新能源·储能电池），未接触，李四". */
const firmLine = (firm: TargetFirm): string =>
  `${firm.id} 号 ${short(firm.name, 16)}（${[firm.ranks[0], [firm.chain, firm.node].filter(Boolean).join('·')].filter(Boolean).join('，') || '未归类'}）：${firm.state}，${firm.keeper}${firm.plan ? '' : '，还没方案'}`;

/** Every firm as a table, for the workbook. */
export const firmsTable = (firms: readonly TargetFirm[]): TablePart => ({
  type: 'table',
  columns: [
    '编号',
    '企业',
    '榜单',
    '产业链',
    '环节',
    '地区',
    '敲门单位',
    '敲门人',
    '进展',
    '最近',
    '情况',
    '一企一策',
    '线索',
  ].map((head) => ({ head })),
  rows: firms.map((firm) => [
    String(firm.id),
    firm.name,
    firm.ranks.join('、'),
    firm.chain ?? '',
    firm.node ?? '',
    firm.region ?? '',
    firm.unitName ?? '',
    firm.keeper,
    firm.state,
    firm.touchedOn ?? '',
    firm.lastWords ?? '',
    firm.plan ?? '',
    firm.projectId === null ? '' : `X${firm.projectId}`,
  ]),
});
