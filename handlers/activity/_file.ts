import type { Context } from '../../src/commands/context.ts';
import type { ActivityKind } from '../../src/domain/activity/activity.ts';
import type { CalendarDate } from '../../src/domain/calendar/date.ts';
import { readActivity } from '../../src/reading/activity.ts';
import { readRecordNumber } from '../../src/reading/reference.ts';
import { activityCard } from '../../src/rendering/cards/activity.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { fileActivity } from '../../src/services/activity.service.ts';

/** What every activity command takes. */
interface ActivityValues {
  readonly days: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly text: string | undefined;
}

/** Files an activity of a kind and answers with its card. */
export async function file(
  kind: ActivityKind,
  { days, text: words = '' }: ActivityValues,
  context: Context,
): Promise<Reply> {
  const numbers = readRecordNumber(words).filter(({ letter }) => letter === 'X');
  const text = numbers.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, words);
  const told = {
    kind,
    from: days.from,
    to: days.to,
    reading: readActivity(text),
    text,
    unitId: undefined,
    projectIds: [...new Set(numbers.map(({ number }) => number))],
  };
  return activityCard(await fileActivity(context.tx, context, told));
}
