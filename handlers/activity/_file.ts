import type { Context } from '../../src/commands/context.ts';
import type { ActivityKind } from '../../src/domain/activity/activity.ts';
import type { CalendarDate } from '../../src/domain/calendar/date.ts';
import { readActivity } from '../../src/reading/activity.ts';
import { activityCard } from '../../src/rendering/cards/activity.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { fileActivity } from '../../src/services/activity.service.ts';

/** What every activity command takes. */
interface ActivityValues {
  readonly days: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly project: number | undefined;
  readonly text: string;
}

/** Files an activity of a kind and answers with its card. */
export async function file(
  kind: ActivityKind,
  { days, project, text }: ActivityValues,
  context: Context,
): Promise<Reply> {
  const told = {
    kind,
    from: days.from,
    to: days.to,
    reading: readActivity(text),
    text,
    unitId: undefined,
    projectId: project,
  };
  return activityCard(await fileActivity(context.tx, context, told));
}
