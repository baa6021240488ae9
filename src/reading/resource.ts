import { RESOURCE_KINDS, type ResourceKind } from '../domain/resource/resource.ts';
import { isPlace, stripPlace } from './origin.ts';
import { readPhones } from './phone.ts';

/** A helper outside as told. */
export interface ResourceReading {
  readonly kind: ResourceKind | null;
  readonly name: string | null;
  readonly region: string | null;
  readonly about: string | null;
  readonly mobile: string | null;
}

const SIGNS: readonly (readonly [ResourceKind, RegExp])[] = [
  ['招商大使', /大使|招商顾问/],
  ['联络点', /联络[点站处]/],
  ['商会', /商会|同乡会|老乡会/],
  ['协会', /协会|学会|联盟/],
  ['基金', /基金|资本|创投/],
  ['中介', /中介|委托招商|代理/],
  ['乡贤', /乡贤|乡友|老乡|籍/],
  ['企业家', /企业家|老板|董事长|总经理/],
];

/** "乡贤 张建国 深圳 某科技董事长 13900001111 籍贯清河": kind, then the name, the place, and the rest. Pure. */
export function readResource(text: string): ResourceReading {
  const [phone] = readPhones(text);
  const rest = phone ? `${text.slice(0, phone.start)} ${text.slice(phone.end)}` : text;
  const words = rest.split(/[\s，,；;]+/).filter(Boolean);
  const said = words.find((word) => (RESOURCE_KINDS as readonly string[]).includes(word));
  const others = words.filter((word) => word !== said);
  const region = others.find((word, at) => at > 0 && isPlace(word)) ?? null;
  const [name = null, ...about] = others.filter((word) => word !== region);
  return {
    kind: (said as ResourceKind | undefined) ?? SIGNS.find(([, sign]) => sign.test(rest))?.[0] ?? null,
    name,
    region: region ?? (name && placeAhead(name)),
    about: about.join(' ') || null,
    mobile: phone?.digits ?? null,
  };
}

/** 深圳市河北商会 is in 深圳市. */
function placeAhead(name: string): string | null {
  const own = stripPlace(name);
  if (own !== name) return name.slice(0, -own.length);
  for (let length = Math.min(6, name.length - 2); length > 1; length -= 1)
    if (isPlace(name.slice(0, length))) return name.slice(0, length);
  return null;
}
