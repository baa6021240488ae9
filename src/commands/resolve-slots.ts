import { may } from '../domain/org/access.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Reply, say } from '../rendering/reply.ts';
import { nearProjects, resolveProject } from '../services/resolve.service.ts';
import { requireKnown } from '../services/secret.service.ts';
import type { Context } from './context.ts';
import type { Command } from './define.ts';
import type { ProjectRef } from './parse.ts';

/** Turns references into projects of this org; several hits become a reply with a button for each. */
export async function resolveSlots(
  context: Context,
  { ability, kind, slots }: Pick<Command, 'ability' | 'kind' | 'slots'>,
  parsed: { readonly values: Readonly<Record<string, unknown>>; readonly line: string },
): Promise<{ values: Record<string, unknown> } | { reply: Reply }> {
  const values: Record<string, unknown> = { ...parsed.values };
  for (const [name, slot] of Object.entries(slots)) {
    if (slot.kind !== 'project' || values[name] === undefined) continue;
    const ref = values[name] as ProjectRef;
    const own = slot.whose === 'own' && kind === 'write';
    const found = preferOwn(await resolveProject(context.tx, ref), own ? { context, ability } : null);
    const [only] = found;
    if (found.length > 1)
      return { reply: choose(`有 ${found.length} 个项目对得上，是哪一个？`, found, ref, parsed.line) };
    const near = only || 'number' in ref ? [] : await nearProjects(context.tx, ref.words);
    if (near.length > 0 && 'words' in ref)
      return { reply: choose(`没有“${ref.words.slice(0, 20)}”，您是不是要：`, near, ref, parsed.line) };
    if (!only) throw new Refusal('project.not-found', { ref: 'number' in ref ? `X${ref.number}` : ref.words });
    requireKnown(only, context.actor);
    if (only.secretTo !== null && context.chat.kind === 'group') throw new Refusal('project.secret-group');
    if (own && !may(context.actor, ability, only.unitId)) {
      throw new Refusal('access.not-yours', { ability });
    }
    values[name] = only;
  }
  return { values };
}

/** Of several that a name fits, those that the person may write about; all where there is none of them. */
function preferOwn(
  found: readonly Project[],
  writing: { readonly context: Context; readonly ability: Command['ability'] } | null,
): readonly Project[] {
  if (writing === null || found.length < 2) return found;
  const own = found.filter(({ unitId }) => may(writing.context.actor, writing.ability, unitId));
  return own.length > 0 ? own : found;
}

const choose = (title: string, found: readonly Project[], ref: ProjectRef, line: string): Reply => ({
  title,
  tone: 'ask',
  buttons: found
    .slice(0, 6)
    .map((project) =>
      say(`X${project.id} ${project.name}`, 'words' in ref ? line.replace(ref.words, `X${project.id}`) : line),
    ),
});
