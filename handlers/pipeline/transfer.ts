import { defineCommand } from '../../src/commands/define.ts';
import { project, rest, unit } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readShare, readTerm } from '../../src/reading/share.ts';
import { transferCard } from '../../src/rendering/cards/transfer.card.ts';
import {
  acceptTransfer,
  approveTransfer,
  proposeTransfer,
  refuseTransfer,
} from '../../src/services/transfer.service.ts';

export default defineCommand({
  name: '流转',
  group: 'pipeline',
  synonyms: ['项目流转', '跨区流转'],
  initials: 'lz',
  english: ['transfer'],
  help: '把落不了地的项目转给别的单位，业绩按比例共享（双方同意、投促中心确认）',
  usage: '流转 项目 接收单位 转出:接收 [共享几年] [理由]',
  examples: ['流转 X113 城东街道 40:60', '流转 X113 经开区 四六开 共享5年 本镇没有工业用地'],
  slots: { project: project(), unit: unit({ label: '接收单位' }), words: rest('分成比例，例如 40:60') },
  kind: 'write',
  ability: 'report',
  run: async ({ project: target, unit: to, words }, context) => {
    const share = readShare(words);
    if (!share) throw new Refusal('transfer.share', { given: words });
    const left = words.replace(share.text, ' ');
    const term = readTerm(left);
    const reason = left.replace(term?.text ?? '', ' ').replace(/^[\s,，:：。;；]+|[\s,，。;；]+$/g, '') || null;
    const wanted = { unitId: to.id, fromShare: share.first, years: term?.years ?? null, reason };
    return transferCard(
      await proposeTransfer(context.tx, context, target, wanted, (sight) => transferCard(sight, 'unit')),
    );
  },
  actions: {
    accept: {
      kind: 'write',
      run: async ({ id }, context) =>
        transferCard(await acceptTransfer(context.tx, context, Number(id), (sight) => transferCard(sight, 'staff'))),
    },
    approve: {
      kind: 'write',
      ability: 'verify',
      run: async ({ id }, context) =>
        transferCard(await approveTransfer(context.tx, context, Number(id), (sight) => transferCard(sight))),
    },
    refuse: {
      kind: 'write',
      run: async ({ id }, context) =>
        transferCard(await refuseTransfer(context.tx, context, Number(id), (sight) => transferCard(sight))),
    },
  },
});
