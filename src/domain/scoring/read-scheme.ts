import { check } from './check.ts';
import { refuseCycles } from './cycles.ts';
import { definitions } from './language.ts';
import { below, mistake } from './mistake.ts';
import type { Award, Item, Scheme } from './scheme.ts';

/**
 * A scheme from JSON. Refuses (mistake.ts) with the path of the first mistake: unknown fields and kinds, wrong types,
 * items of one name, metrics that need each other, awards that wait for each other or go by places that nothing ranks.
 */
export function readScheme(input: unknown): Scheme {
  check({ is: 'named', name: 'scheme' }, input, '', definitions);
  const scheme = input as Scheme;
  refuseTwins(scheme.items ?? [], 'items');
  refuseShadow(scheme);
  refuseCycles(scheme);
  refuseAwardKnots(scheme.awards ?? []);
  const placed = scheme.awards?.some(({ top, bottom }) => top !== undefined || bottom !== undefined);
  if (placed && !scheme.rank) throw mistake('rank', '按名次评旗，要先写明排名依据 rank');
  return scheme;
}

function refuseTwins(items: readonly Item[], path: string): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const here = below(path, index);
    if (seen.has(item.id)) throw mistake(below(here, 'id'), `有两项都叫“${item.id}”`);
    seen.add(item.id);
    if (item.rule.kind === 'group') refuseTwins(item.rule.items, below(here, 'rule.items'));
  });
}

/** With items, `total` is the score: nothing else may take the name. */
function refuseShadow(scheme: Scheme): void {
  if (!scheme.items) return;
  if (Object.hasOwn(scheme.metrics ?? {}, 'total')) throw mistake('metrics.total', 'total 专指总分，指标请换个名字');
  const index = scheme.items.findIndex(({ id }) => id === 'total');
  if (index >= 0) throw mistake(`items[${index}].id`, 'total 专指总分，得分项请换个名字');
}

function refuseAwardKnots(awards: readonly Award[]): void {
  const names = awards.map(({ name }) => name);
  awards.forEach((award, index) => {
    award.unless?.forEach((name, at) => {
      const path = `awards[${index}].unless[${at}]`;
      if (!names.includes(name)) throw mistake(path, `没有叫“${name}”的旗（奖）`);
      if (waitsFor(name, award.name, awards)) throw mistake(path, `“${award.name}”和“${name}”互为前提`);
    });
  });
}

function waitsFor(name: string, target: string, awards: readonly Award[], seen: readonly string[] = []): boolean {
  if (name === target) return true;
  if (seen.includes(name)) return false;
  const further = awards.filter((award) => award.name === name).flatMap(({ unless }) => unless ?? []);
  return further.some((next) => waitsFor(next, target, awards, [...seen, name]));
}
