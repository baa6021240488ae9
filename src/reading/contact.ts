import { isPlace } from './origin.ts';
import type { Prepared } from './prepared.ts';
import { BUSINESS_TITLES, OFFICIAL_TITLES, SURNAMES } from './words/surnames.ts';

/** The investor's contact: a name with its title, a telephone number as digits. */
export interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
}

/** 黎生: how people of Hong Kong are addressed. */
const SIR =
  '(?:[陈李张黄何林吴王周梁郑罗冯邓曾黎谢叶郭蔡潘杨许刘赵徐朱胡苏卢]生|(?<!^|[^的\\s])[陈李张黄何林吴王周梁郑罗冯邓曾陆谢叶郭蔡潘杨许刘赵徐朱胡苏卢孙马]工)(?=$|[\\s，,\\d（(])';
const PERSON = `${SIR}|(?:${SURNAMES})(?:代表|常务|社长)(?=$|[\\s，,\\d（(])|(?:老|小)?(?:${SURNAMES})[一-龥]{0,2}?(?:${BUSINESS_TITLES})(?!投|部|量|额|产|计|共|和|局|会议)|(?:老|小)(?:${SURNAMES})(?![一-龥])|(?<![一-龥]{3})(?:${SURNAMES})[一-龥]{1,2}|(?<=联系人|[是找叫]|老板|对接人|负责人)(?:${SURNAMES})[一-龥]{1,2}`;
const CUED = new RegExp(
  `(?:联系人|联系|联络人|对接人|对口人|负责人|对方|找|老板|业务员)(?:是|改?为|改成|换成|更正为|[:：])?\\s?(?<name>${PERSON})(?=$|[\\s，,。；;、:：（(\\d])`,
);
const BEFORE_PHONE = new RegExp(`(?<name>${PERSON})(?:的?(?:电话|手机|座机|号码|微信))?[\\s:：,，（(]*$`);
const TITLED = new RegExp(
  `(?:^|[^一-龥]|[一-龥]{2})(?<name>(?:${SURNAMES})[一-龥]{0,2}(?:总|董|经理|厂长|老板|先生|女士|(?:代表|常务|社长)(?=$|[\\s，,\\d来]))|${SIR})(?![投部量额产计共和局长监裁经厂工体会数司店包站])`,
);
const OFFICIAL = new RegExp(`(?:${OFFICIAL_TITLES})$`);

/** The contact of a message: beside the telephone, after 联系人 or 找, or, in chat, 某总. Officials are no contact. */
export function readContact(prepared: Prepared): Contact {
  const { plain, phones } = prepared;
  const [phone] = phones;
  const beside = phone ? nameBefore(plain, phone.start) : null;
  const cued = CUED.exec(plain)?.groups?.name ?? null;
  const titled = prepared.chatty ? (TITLED.exec(plain)?.groups?.name ?? null) : null;
  const name =
    (cued !== null && beside?.endsWith(cued) ? cued : beside) ??
    [cued, titled].find(
      (each) => each !== null && !OFFICIAL.test(each) && !isPlace(each.replace(/老板$/, '')) && !endsPlace(plain, each),
    ) ??
    null;
  return { name, phone: phone?.digits ?? null };
}

/** 意大利老板: the surname is the end of a place. */
function endsPlace(plain: string, name: string): boolean {
  const at = plain.indexOf(name);
  return [1, 2, 3].some((back) => at >= back && isPlace(plain.slice(at - back, at + 1)));
}

function nameBefore(plain: string, at: number): string | null {
  const lead = plain.slice(Math.max(0, at - 14), at).replace(/(?:电话|手机|座机|号码)[:：是]?\s*$/, '');
  const found = BEFORE_PHONE.exec(lead);
  const name = found?.groups?.name ?? null;
  return name !== null && name.length > 2 && name.startsWith('司') && lead[found?.index ? found.index - 1 : -1] === '公'
    ? name.slice(1)
    : name;
}
