import { CITIES, PROVINCES } from './words/regions.ts';

const LEGAL = /(?:有限责任公司|股份有限公司|集团有限公司|有限公司|股份公司|集团公司|总公司|株式会社|集团|公司|股份)/g;
const REGION = new RegExp(
  `^(?:中国)?(?:(?:${[...PROVINCES, ...CITIES].join('|')})(?:省|市|自治区|地区|盟|州)?)+(?=[\\s\\S]{2,})`,
);

/**
 * A company's name as it is compared: one width, no brackets, marks or blanks, without the legal form and the region at
 * its head ("河北华辰新能源科技(有限公司)" and "华辰新能源科技有限公司" are one). Never shown. A name that is only a region and a
 * legal form keeps them.
 */
export function companyKey(name: string): string {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”‘’「」『』《》〈〉()[\]【】<>·•,，.。、;；:：!！?？*_-]/g, '');
  const bare = folded.replace(LEGAL, '') || folded;
  const local = bare.replace(REGION, '');
  return local.length >= 2 ? local : bare;
}

/** Whether two names may be one company's: equal keys, or the shorter key (three characters at least) inside the longer. */
export function sameCompany(a: string, b: string): boolean {
  const [x, y] = [companyKey(a), companyKey(b)];
  if (x === y) return x !== '';
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.length >= 3 && long.includes(short);
}
