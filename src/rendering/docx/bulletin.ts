import { Paragraph, type Table } from 'docx';
import type { LeaderboardModel } from '../../domain/report/model.ts';
import { rankingTable, signingTable, targetTable, tripTable, yearTable } from './bulletin-tables.ts';
import { addressees, dayOf, dueText, groupText, notes, overall, spanText, troubles } from './bulletin-text.ts';
import {
  annexHead,
  body,
  dateText,
  enclosed,
  FONTS,
  flush,
  heading,
  paper,
  run,
  signature,
  smallPrint,
  spacing,
  title,
} from './paper.ts';
import { font } from './table.ts';

/**
 * The 通报 as a Word document in the layout of GB/T 9704-2012: number left open, title, addressees, one paragraph per matter, the ranking,
 * the target table, last year, the month's signings and outings as 附件. The office stamps and numbers it.
 */
export const bulletinDocx = (model: LeaderboardModel): Promise<Uint8Array> =>
  paper(titleLines(model).join(''), model.issuer, [
    ...letter(model),
    ...annexes(model).flatMap(({ title, table, note }, at) => annex(`附件${at + 1}`, title, table, note)),
  ]);

interface Annex {
  readonly title: string;
  readonly table: Table;
  readonly note: string;
}

/** The annexes in order; lists of the month's signings and outings only where there are any to print. */
function annexes(model: LeaderboardModel): readonly Annex[] {
  const { asides, periodLabel } = model;
  const { signings = [], trips = [] } = asides ?? {};
  const span = spanText(model);
  return [
    { title: `${span}招商引资综合排行`, table: rankingTable(model), note: notes(model) },
    { title: `${span}目标任务进度`, table: targetTable(model), note: TARGET_NOTE },
    { title: `${span}主要指标同比`, table: yearTable(model), note: YEAR_NOTE },
    ...(signings.length > 0
      ? [{ title: `${periodLabel}新签约项目`, table: signingTable(signings), note: SIGNING_NOTE }]
      : []),
    ...(trips.length > 0 ? [{ title: `${periodLabel}外出招商情况`, table: tripTable(trips), note: TRIP_NOTE }] : []),
  ];
}

const TARGET_NOTE = '完成率＝累计完成÷年度任务；差距为未取整的完成率与序时进度之差。';
const SIGNING_NOTE = '核实过的正式合同，按计入本月的先后；共享项目按份额分别列入各单位。';
const TRIP_NOTE = '本月出发、已填报的外出招商，按日期先后。';

/** "云岭县关于2026年6月招商引资工作情况的通报", broken between words. */
const titleLines = (model: LeaderboardModel): readonly string[] => [
  `${model.org}关于${model.periodLabel}`,
  '招商引资工作情况的通报',
];

const YEAR_NOTE =
  '原报为上年同期当时发布的数；现口径为其后补报、更正计回当期后的数。上年同期为0或为负的不计增幅，为负的列出两数。';

const letter = (model: LeaderboardModel): readonly Paragraph[] => [
  new Paragraph({ spacing, alignment: 'center', children: [run(`〔${dayOf(model.cutOff).slice(0, 4)}〕　　号`)] }),
  title(titleLines(model)),
  flush(addressees(model.org)),
  body(`按照招商引资工作月考评安排，现将${spanText(model)}招商引资工作情况通报如下。`),
  heading('一、总体情况'),
  body(overall(model)),
  heading('二、各组排名情况'),
  ...model.groups.map((group, at) => body([groupHead(at, group.name), run(groupText(group.rows))])),
  heading('三、存在问题'),
  ...troubles(model).map((text) => body(text)),
  heading('四、下步工作'),
  body(
    `各单位要对照年度目标和序时进度，紧盯在谈项目促签约、签约项目促落地、落地项目促开工，及时填报进展和凭据；当月白卷和列入黄旗的单位要于${dueText(model.cutOff)}前书面报告原因和措施。`,
    true,
  ),
  ...unlisted(model),
  ...enclosed(...annexes(model).map(({ title }) => title)),
  ...signature(model.issuer, dateText(dayOf(model.cutOff))),
];

/** What is too long to print is named, with where to find it. */
const unlisted = ({ asides }: LeaderboardModel): readonly Paragraph[] =>
  asides?.unlisted
    ? [body(`本月${asides.unlisted.join('、')}条数较多，不逐条印发，全部在台账中（对小招说“台账 导出”）。`)]
    : [];

const FIGURES = '一二三四五六七八九十';

/** "（一）乡镇组。" in 楷体. */
const groupHead = (at: number, name: string) =>
  run(`（${FIGURES[at] ?? at + 1}）${name}。`, { font: font(FONTS.second) });

function annex(label: string, heading: string, table: Table, note: string): readonly (Paragraph | Table)[] {
  return [...annexHead(label, heading), table, smallPrint(note)];
}
