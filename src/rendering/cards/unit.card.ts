import type { CalendarDate } from '../../domain/calendar/date.ts';
import { dayText } from '../day.ts';
import { facts, list, type Part, type Reply } from '../reply.ts';

/** A unit as cards show it. */
interface Shown {
  readonly name: string;
  readonly kind: string;
  readonly rankingGroup: string | null;
  readonly aliases: readonly string[];
  readonly endsOn: CalendarDate | null;
}

/** What was done to a unit. */
export const unitCard = (unit: Shown, done: string): Reply => ({
  title: `${unit.name} ${done}`,
  tone: 'ok',
  parts: [
    facts(
      ['类别', unit.kind],
      ['分组', unit.rankingGroup],
      ['简称', unit.aliases.join('、')],
      ['撤并', unit.endsOn ? dayText(unit.endsOn) : null],
    ),
  ],
});

/** All units, by ranking group. */
export function unitsReply(units: readonly Shown[]): Reply {
  const active = units.filter((unit) => unit.endsOn === null);
  const groups = [...new Set(active.map((unit) => unit.rankingGroup ?? '不排名'))];
  const parts: Part[] = groups.map((group) => {
    const names = active.filter((unit) => (unit.rankingGroup ?? '不排名') === group).map(({ name }) => name);
    return list([names.join('、')], `${group}（${names.length}）`);
  });
  return { title: `单位 ${active.length} 个`, tone: 'info', parts };
}
