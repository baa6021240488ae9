import { defineCommand } from '../../src/commands/define.ts';
import { amount, choice, day, project, rest } from '../../src/commands/slots.ts';
import type { Project, Standing } from '../../src/domain/project/project.ts';
import { RESUME, STAGE_WORDS } from '../../src/domain/project/stage.ts';
import { proofNotes } from '../../src/rendering/cards/evidence.card.ts';
import { eventText, projectTitle } from '../../src/rendering/cards/project.card.ts';
import { note, type Reply, say } from '../../src/rendering/reply.ts';
import { addEvidence } from '../../src/services/evidence.service.ts';
import { reportStage } from '../../src/services/stage-report.service.ts';

export default defineCommand({
  name: '阶段',
  group: 'pipeline',
  synonyms: ['报阶段', '转阶段'],
  initials: 'jied',
  english: ['stage'],
  help: '报项目到了哪个阶段（签约要带金额），核实后计入排行',
  usage:
    '阶段 项目 阶段 [协议金额] [日期] [凭据或原因]；阶段有：线索、在谈、签约、落地、开工、投产，以及搁置、流失、否决',
  examples: [
    '阶段 X113 签约 12亿 6月3日',
    '阶段 X113 开工 昨天 施工许可证已办',
    '阶段 X113 流失 落户外地：投资方选择了邻市',
  ],
  slots: {
    project: project(),
    to: choice('阶段', { ...STAGE_WORDS, [RESUME]: RESUME, 重启: RESUME }),
    agreement: amount('协议金额', { optional: true }),
    occurredOn: day('past', '日期', { optional: true }),
    note: rest('凭据或原因', { optional: true }),
  },
  kind: 'write',
  ability: 'report',
  run: async ({ project: target, to, agreement, occurredOn, note: words }, context) => {
    if (to === '流失' && !context.org.settings.lostReasons.some((reason) => words?.includes(reason)))
      return askLostReason(target, words, context.org.settings.lostReasons);
    const move = { to: to as Standing, agreement, occurredOn: occurredOn ?? context.today, note: words };
    const { project: now, event } = await reportStage(context.tx, context, target, move);
    const proven = { project: now, event, entry: null };
    const proof = await addEvidence(context.tx, context, proven, context.files, words ?? '');
    return {
      title: `已报 ${projectTitle(now)}：${eventText(event, context.today)}`,
      tone: 'ok',
      record: `X${now.id}`,
      parts: [note('待投促中心核实后计入排行。'), ...proofNotes(proof)],
      buttons: [say('查看项目', `查 X${now.id}`)],
    };
  },
});

/** 流失 has a reason from the org's list, and words of one's own beside it. */
const askLostReason = (target: Project, words: string | undefined, reasons: readonly string[]): Reply => ({
  title: `流失要写原因：${projectTitle(target)} 属于哪一类？`,
  tone: 'ask',
  parts: [
    note(`还没有写入。可选：${reasons.join('、')}。也可以直接写：阶段 X${target.id} 流失 落户外地 去了哪里、输在哪里`),
  ],
  buttons: reasons.slice(0, 6).map((reason) => say(reason, `阶段 X${target.id} 流失 ${reason} ${words ?? ''}`.trim())),
});
