import type { Origin } from '../domain/project/project.ts';
import { CITIES_ABROAD, COUNTRIES, OVERSEAS_CHINA } from './words/countries.ts';
import { CITIES, PROVINCE_OF, PROVINCES } from './words/regions.ts';

/** Longer names first, so that 张家口 is not read as 张家. */
const byLength = (names: readonly string[]): readonly string[] => [...names].sort((a, b) => b.length - a.length);
const ABROAD = byLength([...COUNTRIES, ...OVERSEAS_CHINA, ...CITIES_ABROAD]);
const CITY = byLength(CITIES);
const MUNICIPALITIES = ['北京', '天津', '上海', '重庆'];

interface Place {
  readonly province: string | null;
  readonly city: string | null;
}

function placeIn(text: string): Place {
  const city = CITY.find((name) => text.includes(name)) ?? null;
  const province =
    PROVINCES.find((name) => text.includes(name)) ?? (city === null ? null : (PROVINCE_OF.get(city) ?? null));
  return { province, city: city ?? (MUNICIPALITIES.includes(province ?? '') ? province : null) };
}

/**
 * The origin of an investor from the region that was said or, where none was, from the place at the head of its name.
 * `home` is the org's own place ("河北 邯郸"). Null where either is not known.
 */
export function originOf(region: string | null, investor: string | null, home: string): Origin | null {
  const said = region ?? investor?.slice(0, 8) ?? '';
  if (region !== null && ABROAD.some((name) => region.includes(name))) return 'overseas';
  const [theirs, ours] = [placeIn(said), placeIn(home)];
  if (theirs.province === null || ours.province === null) return null;
  if (theirs.province !== ours.province) return 'outside';
  return theirs.city !== null && theirs.city === ours.city ? 'local' : 'province';
}
