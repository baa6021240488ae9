import type { Project } from '../../domain/project/project.ts';
import { facts, note, type Reply, say } from '../reply.ts';

/** Who may know a project from now on. The card itself tells nothing that the code name does not. */
export const secretCard = (
  {
    project,
    names,
    changed,
  }: { readonly project: Project; readonly names: readonly string[]; readonly changed: boolean },
  done: string,
): Reply => ({
  title: changed ? `X${project.id} ${done}` : `X${project.id} 早已如此，没有重复写入`,
  tone: 'ok',
  record: `X${project.id}`,
  parts:
    project.secretTo === null
      ? [note('大家又能看到这个项目的全部信息。')]
      : [
          facts(['对外显示', project.name], ['知悉人', names.join('、')]),
          note(
            '名称、投资方、联系人、进展只有知悉人看得到；群里、周报、台账、导出只见代号，数照常计。此前发出的消息和报告不会改。',
          ),
        ],
  buttons: [say('查看', `查 X${project.id}`)],
});

/** To somebody who may know it from now on. */
export const toldSecretCard = (project: Project): Reply => ({
  title: `X${project.id} 是保密项目，您现在是知悉人`,
  tone: 'info',
  parts: [note('在与小招的单聊里发编号查看，请勿转发。')],
  buttons: [say('查看', `查 X${project.id}`)],
});
