import type { VisitBrief } from '../../domain/activity/visit-brief.ts';
import { list, note, type Reply, say } from '../reply.ts';
import { type Sight, visitBriefParts } from './visit-brief-text.ts';

/** 四知: four short lists and what to ask. In groups numbers are masked. */
export function visitBriefCard(brief: VisitBrief, sight: Sight): Reply {
  const { theirs, chain } = brief;
  const project = theirs.view?.project;
  return {
    title: `行前简报：${brief.who}${chain ? `（${chain}）` : ''}`,
    tone: 'info',
    ...(project ? { record: `X${project.id}` } : {}),
    parts: [
      ...visitBriefParts(brief, sight, 'phone').map(({ heading, lines }) => list(lines, heading)),
      note('只用本系统的记录，没有联网；没有写到的请自行补充。'),
    ],
    buttons: project
      ? [
          say('查看项目', `查 X${project.id}`),
          say('要 Word', `四知 X${project.id} 导出`, 'primary'),
          say('政策包', `政策包 X${project.id}`),
          say('匹配载体', `匹配 X${project.id}`),
        ]
      : [say('要 Word', `四知 ${brief.who} 导出`, 'primary'), say('目标企业', `目标企业 ${theirs.firm?.id ?? ''}`)],
  };
}
