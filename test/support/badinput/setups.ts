import { toText } from '../../../src/rendering/text.ts';
import type { World } from './world.ts';

const before = (world: World, seconds: number): Date => new Date(world.clock().getTime() - seconds * 1000);

/** Says something a number of seconds ago. */
async function ago(world: World, seconds: number, work: () => Promise<void>): Promise<void> {
  const now = world.clock();
  world.at(before(world, seconds));
  await work();
  world.at(now);
}

async function report(world: World): Promise<void> {
  const [reply] = await world.say('p.zhang', `到位 ${world.vars['x.signed']} 123万 6月3日`);
  const made = /L\d+/.exec(reply ? toText(reply) : '')?.[0];
  (world.vars as Record<string, string>)['l.new'] = made ?? '';
}

/** What a case may presuppose, brought about through the product. */
export const SETUPS: Readonly<Record<string, (world: World) => Promise<void>>> = {
  two_huachen: async (world) => {
    const [draft] = await world.say('p.zhang', '录入 唐山华辰钢管有限公司 投资2亿 建钢管项目', { chat: 'g.setup' });
    const token = draft?.buttons?.find(({ label }) => /确认|仍要录入/.test(label))?.token;
    await world.say('p.zhang', '', { chat: 'g.setup', press: token });
  },
  'zhang_just_reported_l.new': (world) => ago(world, 5, () => report(world)),
  'zhang_reported_l.new_601s_ago': (world) => ago(world, 601, () => report(world)),
  zhang_assigned_then_signed: (world) =>
    ago(world, 60, async () => {
      const [reply] = await world.say('p.wang', '分派 @李四 6月12日前 核对台账');
      const task = /R\d+/.exec(reply ? toText(reply) : '')?.[0];
      await world.say('p.li', `签收 ${task}`);
      await report(world);
      await world.say('p.qian', `核实 ${world.vars['l.new']}`);
    }),
};
