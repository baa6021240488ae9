import { list, note, type Reply, say } from '../reply.ts';

interface IdleChain {
  readonly name: string;
  readonly leader: string | null;
}

/** To a chain's leader: this month's activity is still missing. */
export const idleChainReply = ({ name }: IdleChain): Reply => ({
  title: `${name}产业链本月还没有招商活动`,
  tone: 'warn',
  parts: [note('要求每条产业链每月至少一次活动。办过的请补记，例如：走访 今天 某某公司（写明产业链）。')],
  buttons: [say('看活动', '活动')],
});

/** To a group: every chain that is still without an activity. */
export const idleChainsReply = (chains: readonly IdleChain[]): Reply => ({
  title: `本月没有招商活动的产业链：${chains.length} 条`,
  tone: 'warn',
  parts: [list(chains.map(({ name, leader }) => (leader ? `${name}（链长 ${leader}）` : name)))],
  buttons: [say('看活动', '活动')],
});
