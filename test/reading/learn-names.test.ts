import { expect, it } from 'vitest';
import { readNameWeights, weighNames } from '../../src/reading/names-weighed.ts';
import { learnNames, withOtherFirms } from '../train/learn-names.ts';

const told = (plain: string, ...firms: string[]) => ({ plain, chatty: true, names: [firms, []] });

it('learns from what stands around them where names are, and keeps it as a file that reads back', () => {
  const messages = ['宏远', '金石', '华塑', '立讯'].flatMap((name) => [
    told(`昨天跟${name}谈了两个亿`, name),
    told(`书记见了${name}的老总`, name),
    told('昨天开了一天会'),
  ]);
  const weights = readNameWeights(learnNames(messages));
  const [company] = weighNames('昨天跟鼎盛谈了八千万', true, weights);
  expect(company?.spans[0]).toMatchObject({ start: 3, end: 5 });
  const [nobody] = weighNames('昨天开了半天会', true, weights);
  expect(nobody?.present).toBeLessThan(company?.present ?? 0);
});

it('tells messages again with other firms, and those without a firm not', () => {
  const messages = [told('跟宏远谈了', '宏远'), told('开会')];
  expect(withOtherFirms(messages, { chat: ['金石'], news: ['金石'] }, 1)).toEqual([
    { plain: '跟金石谈了', chatty: true, names: [['金石'], undefined] },
  ]);
});
