import type { PeersPart } from '../../domain/report/model.ts';
import { note, type Reply, say } from '../reply.ts';
import { peersParts } from '../report/peers-parts.ts';

const HOW =
  '投促中心把上级通报粘贴过来，例如：对标 1-5月 到位资金 清河县50.2亿 临城县48.1亿；也可引用那条消息或随附 .xlsx。';

/** Where we stand among other places. */
export function peersReply(peers: PeersPart | null, kept?: number): Reply {
  const done = kept === undefined ? '' : `已存 ${kept} 个数；`;
  if (!peers || peers.standings.length === 0) {
    return { title: `${done}还没有可以对比的同级数字`, tone: 'info', parts: [note(HOW)] };
  }
  const [first] = peers.standings;
  return {
    title: `${done}${peers.periodLabel}${first ? `${first.name}第 ${first.rank}（共 ${first.of} 家）` : ''}`,
    tone: kept === undefined ? 'info' : 'ok',
    parts: [...peersParts(peers), note('同级数字来自上级通报；通报里没有本地的，用本地核实过的累计数。')],
    buttons: [say('排行', '排行')],
  };
}
