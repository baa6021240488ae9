import type { Amount, Decimal, ForeignAmount } from '../../domain/money/decimal.ts';
import { decimal, exact, negate, round } from '../../domain/money/decimal.ts';
import type { PeerStanding, PeersPart } from '../../domain/report/model.ts';
import { foreignMoney, money } from '../format.ts';
import { list, type Part } from '../reply.ts';

/** 同级对比 as a short list: our rank in each metric, the gaps up, down and to the first. Nothing where nothing is known. */
export function peersParts(peers: PeersPart | undefined): readonly Part[] {
  if (!peers || peers.standings.length === 0) return [];
  const size = peers.meanSize === null ? [] : [meanLine(peers.meanSize)];
  const from = peers.source ? `，${peers.source}` : '';
  return [list([...peers.standings.map(peerLine), ...size], `同级对比（${peers.periodLabel}${from}）`)];
}

/** "到位资金 48.1亿元，第 2/9；比清河县少 2.1亿元，比临城县多 3亿元，比第一少 5亿元". */
function peerLine({ name, unit, value, rank, of, above, below, first }: PeerStanding): string {
  const less = (place: string, gap: Decimal) => `比${place}少 ${figure(gap, unit)}`;
  const parts = [
    above ? less(above.place, above.gap) : '',
    below ? `比${below.place}多 ${figure(negate(below.gap), unit)}` : '',
    first && first.place !== above?.place ? less(`第一的${first.place}`, first.gap) : '',
  ].filter(Boolean);
  return `${name} ${figure(value, unit)}，第 ${rank}/${of}${parts.length > 0 ? `；${parts.join('，')}` : ''}`;
}

function figure(value: Decimal, unit: PeerStanding['unit']): string {
  if (unit === '个') return `${value} 个`;
  return unit === '万美元' ? foreignMoney(value as ForeignAmount) : money(value as Amount);
}

function meanLine(ratio: string): string {
  const [over = '0', under = '1'] = ratio.split('/');
  return `平均项目规模是各地平均的 ${round(exact(decimal(over)).div(exact(decimal(under))), 2)} 倍`;
}
