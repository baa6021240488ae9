import { type Drill, type DrillPart, drillsOf, type Teammate, teamsOf } from '../../domain/activity/drill.ts';
import { spanText } from '../day.ts';
import { namesIn, short } from '../format.ts';
import { list, note, type Reply, say, sayMore } from '../reply.ts';

const SHOWN = 6;
const EXAMPLE = '例如：培训 6月5-6日 招商谈判实务 参加 张三、李四；比武 6月8日 推介大赛 张三第一名';

/** What was noted of a training or contest. */
export const drillCard = (
  { kind, name, from, to }: Pick<Drill, 'kind' | 'name' | 'from' | 'to'>,
  added: number,
): Reply => ({
  title:
    added > 0
      ? `已记${kind}：${spanText(from, to)} ${name}，${added} 人`
      : `早已记过：${spanText(from, to)} ${name}，没有重复写入`,
  tone: added > 0 ? 'ok' : 'info',
  buttons: [say('今年培训', '培训'), say('看队伍', '培训 队伍')],
});

/** Trainings and contests of a period, the latest first. */
export function drillsReply(parts: readonly DrillPart[], label: string): Reply {
  const drills = drillsOf(parts);
  if (drills.length === 0) return { title: `${label}还没有培训、比武记录`, tone: 'info', parts: [note(EXAMPLE)] };
  const count = (kind: Drill['kind']) => drills.filter((drill) => drill.kind === kind).length;
  return {
    title: `${label}培训 ${count('培训')} 次、比武 ${count('比武')} 次，${parts.length} 人次`,
    tone: 'info',
    parts: [
      list(drills.slice(0, SHOWN).map(drillLine)),
      ...(drills.length > SHOWN ? [note(`另有 ${drills.length - SHOWN} 次。`)] : []),
    ],
    buttons: [say('看队伍', '培训 队伍'), sayMore('登记', '培训')],
  };
}

function drillLine({ kind, name, from, to, parts }: Drill): string {
  const won = parts.flatMap(({ person, award }) => (award ? [`${person}${award}`] : []));
  const who = won.length > 0 ? won.join('、') : peopleIn(parts.map(({ person }) => person));
  return `${spanText(from, to)} ${kind} ${short(name, 20)}：${parts.length} 人（${who}）`;
}

/** "张三、李四等 9 人". */
const peopleIn = (names: readonly string[]): string =>
  `${names.slice(0, 4).join('、')}${names.length > 4 ? `等 ${names.length} 人` : ''}`;

/** The teams of the units; of one unit its people. */
export function teamReply(team: readonly Teammate[], label: string, unit: string | null): Reply {
  const teams = teamsOf(team);
  const idle = teams.filter(({ trained }) => trained === 0).map((one) => one.unit);
  return {
    title: `${unit ?? '招商'}队伍 ${team.length} 人，${label}培训过 ${team.filter(({ times }) => times > 0).length} 人`,
    tone: 'info',
    parts: [
      unit === null
        ? {
            type: 'table',
            columns: [
              { head: '单位' },
              { head: '人数', align: 'right' },
              { head: '培训过', align: 'right' },
              { head: '人次', align: 'right' },
              { head: '获奖' },
            ],
            rows: teams.map((one) => [
              one.unit,
              String(one.people),
              String(one.trained),
              String(one.times),
              one.awards.join('、'),
            ]),
          }
        : list(
            team.map(
              ({ name, title, times, awards }) =>
                `${name}${title ? `（${title}）` : ''}：${times > 0 ? `${times} 次` : '没有培训'}${awards.length > 0 ? `，${awards.join('、')}` : ''}`,
            ),
          ),
      ...(unit === null && idle.length > 0 ? [note(`${label}还没有人培训：${namesIn(idle, 60)}`)] : []),
    ],
    buttons: [say('今年培训', '培训'), sayMore('登记', '培训')],
  };
}
