import type { CalendarDate } from '../../domain/calendar/date.ts';
import { type Effect, effectTotals } from '../../domain/effect/effect.ts';
import type { Project } from '../../domain/project/project.ts';
import { dayText } from '../day.ts';
import { short } from '../format.ts';
import { facts, list, note, type Reply, say } from '../reply.ts';
import { effectText } from './effect-text.ts';

/** What one project does for the place. */
export const effectsCard = (
  project: Project,
  effects: readonly Effect[],
  today: CalendarDate,
  title: string,
): Reply => ({
  title: `${title}：X${project.id} ${project.name}`,
  tone: effects.length > 0 ? 'ok' : 'info',
  record: `X${project.id}`,
  parts:
    effects.length > 0
      ? [facts(...effects.map((one) => [one.kind, `${effectText(one)}（${dayText(one.on, today)}）`] as const))]
      : [note(`还没有登记，例如：成效 X${project.id} 就业120人 村集体增收30万元 盘活40亩`)],
  buttons: [say('全部成效', '成效'), say('查看项目', `查 X${project.id}`)],
});

/** The sums over projects, and who told what last. */
export const effectsReply = (effects: readonly Effect[], whose: string): Reply => {
  const totals = effectTotals(effects);
  return {
    title:
      effects.length === 0
        ? `${whose}还没有登记成效`
        : `${whose}成效：${totals.map(({ kind, total }) => `${kind} ${effectText({ kind, amount: total })}`).join('，') || '见下'}`,
    tone: 'info',
    parts:
      effects.length === 0
        ? [note('例如：成效 X113 就业120人 村集体增收30万元 盘活40亩')]
        : [
            list(
              effects
                .slice(0, 8)
                .map((one) => `X${one.projectId} ${short(one.projectName, 20)}：${one.kind} ${effectText(one)}`),
            ),
            note('由责任单位登记，取各项目最近一次；人均增收不相加。'),
          ],
    ...(effects.length > 0 ? { buttons: [say('导出', `成效 ${whose} 导出`)] } : {}),
  };
};
