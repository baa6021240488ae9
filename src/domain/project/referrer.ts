import type { CalendarDate } from '../calendar/date.ts';
import type { Project, Stage } from './project.ts';

/** What a referrer is owed: that it came, what we think of it, what came of it, and each later stage. */
export const REPLY_STEPS = ['收到', '研判', '结果'] as const;

/** A step of the answers owed: one of the three, or a stage that was reached. */
export type ReplyStep = (typeof REPLY_STEPS)[number] | Stage;

/** An answer owed to a referrer. */
export interface ReferrerReply {
  readonly id: number;
  readonly projectId: number;
  readonly step: ReplyStep;
  readonly dueOn: CalendarDate;
  readonly repliedAt: Date | null;
}

/** Stages that a referrer hears of. */
export const TOLD_STAGES: readonly Stage[] = ['签约', '落地', '开工', '竣工', '投产'];

/** The words of an answer, ready to send: only what the record says. */
export function replyWords(
  step: ReplyStep,
  project: Pick<Project, 'id' | 'name' | 'investor' | 'referrer' | 'stage' | 'nextStep' | 'lostReason'>,
  unit: string | null,
): string {
  const hello = `${project.referrer ?? '您'}您好！您推荐的“${project.investor ?? project.name}”`;
  const by = unit ? `由${unit}负责对接` : '正在落实对接单位';
  switch (step) {
    case '收到':
      return `${hello}线索已收到，登记编号 X${project.id}，${by}，研判情况随后告诉您。感谢您对招商工作的支持！`;
    case '研判':
      return `${hello}已研判，目前是“${project.stage}”阶段，${by}${project.nextStep ? `，下一步：${project.nextStep}` : ''}。有新情况请随时告诉我们。`;
    case '结果':
      return isOut(project.stage)
        ? `${hello}经对接没有继续推进${project.lostReason ? `（${project.lostReason}）` : ''}，感谢您的推荐，期待下次合作。`
        : `${hello}有结果了：目前是“${project.stage}”阶段${project.nextStep ? `，下一步：${project.nextStep}` : ''}。后面每到一个阶段都会告诉您。`;
    default:
      return `${hello}已${step}！感谢您牵线搭桥，后面的进展会继续告诉您。`;
  }
}

const isOut = (stage: Project['stage']): boolean => ['搁置', '流失', '否决'].includes(stage);
