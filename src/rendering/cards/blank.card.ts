import { list, note, type Reply, say, text } from '../reply.ts';

/** A unit as the warning names it. */
interface Blank {
  readonly name: string;
  readonly missing: readonly string[];
}

/** To a unit's head: what is still at nothing, and until when ("6月30日（周二）17:00"). */
export const blankHeadReply = (unit: Blank, closing: string): Reply => ({
  title: `白卷预警：${unit.name}本月还没有${unit.missing.join('、')}`,
  tone: 'warn',
  parts: [
    text(`${closing} 结账，到时还是零的列入白卷名单。`),
    note('已经发生、还没填报的请马上填报并附凭据，核实后才算数。'),
  ],
  buttons: [say('我的待办', '我的', 'primary'), say('我的排名', '我的排名')],
});

/** To the group: which units still lack what. */
export function blankGroupReply(units: readonly Blank[], closing: string): Reply {
  const lacking = (what: string) => units.filter((unit) => unit.missing.includes(what)).map((unit) => unit.name);
  const lines = ['新签约', '新开工', '到位资金'].flatMap((what) =>
    lacking(what).length > 0 ? [`无${what}：${lacking(what).join('、')}`] : [],
  );
  return {
    title: `白卷预警：${closing} 结账，以下单位还是零`,
    tone: 'warn',
    parts: [list(lines), note('以投促中心已核实的填报为准；已填报待核实的请联系投促中心。')],
    buttons: [say('进度', '进度')],
  };
}
