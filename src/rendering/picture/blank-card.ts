import type { LeaderboardModel } from '../../domain/report/model.ts';
import { card } from './frame.ts';
import { box, COLOUR, put, wrapNames } from './svg.ts';

/** More names than this are counted, not named. */
const NAMED = 24;

/** The units with nothing in the month, named; nothing at all where there are none. */
export function blankCard(y: number, { blanks }: LeaderboardModel): { readonly svg: string; readonly height: number } {
  const kinds = [
    { label: '无新签约', units: blanks.signed },
    { label: '无新开工', units: blanks.started },
    { label: '无到位资金', units: blanks.funds },
  ].filter((kind) => kind.units.length > 0);
  if (kinds.length === 0) return { svg: '', height: 0 };
  const parts = [
    put(44, y + 42, '本月白卷', { size: 25, weight: 700 }),
    put(158, y + 42, '当月数为零的单位', { size: 20, fill: COLOUR.second }),
  ];
  let at = y + 62;
  for (const { label, units } of kinds) {
    const named = units.length > NAMED ? [...units.slice(0, NAMED), `等 ${units.length} 家`] : units;
    const lines = wrapNames(named, 510, 22);
    parts.push(
      box(44, at, 124, 34, '#EFEDEA', 6),
      put(106, at + 25, label, { size: 20, anchor: 'middle', fill: COLOUR.second }),
    );
    parts.push(...lines.map((text, index) => put(184, at + 26 + index * 32, text, { size: 22 })));
    at += Math.max(1, lines.length) * 32 + 14;
  }
  return { svg: card(y, at - y + 10) + parts.join(''), height: at - y + 10 };
}
