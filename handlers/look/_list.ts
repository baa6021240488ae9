import type { Context } from '../../src/commands/context.ts';
import { readNames } from '../../src/commands/names.ts';
import { activityNumber } from '../../src/domain/activity/activity.ts';
import { mayCheck, type TaskView } from '../../src/domain/work/task.ts';
import { filedActivityCard } from '../../src/rendering/cards/activity.card.ts';
import { commitmentCard } from '../../src/rendering/cards/commitment.card.ts';
import { meetingLines } from '../../src/rendering/cards/meeting.card.ts';
import { problemCard } from '../../src/rendering/cards/problem.card.ts';
import { registerCard } from '../../src/rendering/cards/register.card.ts';
import { requestCard } from '../../src/rendering/cards/request.card.ts';
import { checkCard, extensionCard, taskCard } from '../../src/rendering/cards/task.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { loadActivity } from '../../src/services/activity.service.ts';
import { loadCommitment } from '../../src/services/commitment.service.ts';
import { listMeetings } from '../../src/services/meeting.service.ts';
import { loadProblem } from '../../src/services/problem.service.ts';
import { type RegisterFilter, readFilter, registerPage } from '../../src/services/register.service.ts';
import { loadRequest } from '../../src/services/request.service.ts';
import { loadTask } from '../../src/services/task.service.ts';

/** A page of the register that a filter gives. */
export const registerReply = async (filter: RegisterFilter, wanted: number, context: Context): Promise<Reply> =>
  registerCard(await registerPage(context.tx, context, filter, wanted), JSON.stringify(filter), context.today);

/** "查 城关镇 签约", "查 公海": the register by those words; null where they name no unit, stage, chain or pool. */
export async function listBy(words: string, context: Context): Promise<Reply | null> {
  const [unit] = readNames(words, context.vocabulary, ['unit']);
  const left = unit ? words.slice(0, unit.start) + words.slice(unit.end) : words;
  const filter = readFilter(left.trim(), unit?.named.id ?? null, context);
  return unit || filter.pool || filter.stage || filter.chain ? registerReply(filter, 1, context) : null;
}

/** A task as its viewer needs it: who gave it may pass it, send it back, or answer the extension asked for. */
function taskReply(task: TaskView, { actor }: Context): Reply {
  if (mayCheck(actor, task) && task.state === 'checking') return checkCard(task);
  if (mayCheck(actor, task) && task.extensionTo !== null) return extensionCard(task);
  return taskCard(task);
}

/** The card of a task, problem, promise, request or activity by its number; null for other letters. */
export async function recordReply(letter: string, id: number, context: Context): Promise<Reply | null> {
  const { tx } = context;
  switch (letter) {
    case 'R':
      return taskReply(await loadTask(tx, context, id), context);
    case 'W':
      return problemCard(await loadProblem(tx, context, id), '问题');
    case 'C':
      return commitmentCard(await loadCommitment(tx, context, id), '承诺');
    case 'S':
      return requestCard(await loadRequest(tx, context, id), '诉求');
    case 'H': {
      const activity = await loadActivity(tx, id);
      const card = filedActivityCard(activity, `${activityNumber(activity)} ${activity.kind}`);
      return { ...card, parts: [...(card.parts ?? []), ...meetingLines(await listMeetings(tx, context, id))] };
    }
    default:
      return null;
  }
}
