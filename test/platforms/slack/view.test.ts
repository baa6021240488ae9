import fc from 'fast-check';
import { expect, test } from 'vitest';
import { homeView } from '../../../src/platforms/slack/home.ts';
import { withoutButton } from '../../../src/platforms/slack/spent.ts';
import { formView, noticeView, placeOf } from '../../../src/platforms/slack/view.ts';
import type { Field, FieldKind, SealedForm } from '../../../src/rendering/form.ts';
import { anyReply } from '../../support/any-reply.ts';
import { viewFaults } from '../../support/emulators/slack-view-faults.ts';

const RUNS = { numRuns: 60, endOnFailure: true, interruptAfterTimeLimit: 6000 };
const KINDS: readonly FieldKind[] = ['line', 'text', 'date', 'choice', 'project', 'unit', 'person', 'assignee'];
const someWords = fc.oneof(fc.string({ minLength: 1, maxLength: 30 }), fc.constant('<!channel> 招商'.repeat(400)));
const words = someWords.filter((text) => text.trim() !== '');

const anyField: fc.Arbitrary<Omit<Field, 'name'>> = fc.record(
  {
    label: fc.constantFrom('金额', '日期', '责任单位或人'),
    kind: fc.constantFrom(...KINDS),
    optional: fc.boolean(),
    value: words,
    shown: words,
    hint: fc.constant('如 5000万'),
    choices: fc.array(words, { maxLength: 120 }),
  },
  { requiredKeys: ['label', 'kind', 'optional'] },
);
const anyForm: fc.Arbitrary<SealedForm> = fc.record({
  title: words,
  submit: fc.constantFrom('提交', '录入'),
  token: fc.string({ minLength: 1, maxLength: 2400 }),
  fields: fc
    .array(anyField, { minLength: 1, maxLength: 20 })
    .map((fields) => fields.map((field, at) => ({ ...field, name: `f${at}` }))),
});

test('any form is a modal that Slack takes, whatever stands in its fields', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const view = formView(form, { channel: 'C0WORK', ts: '1.2', button: 'form.0.abcdef12' });
      expect(viewFaults(view)).toEqual([]);
      expect(placeOf(String(view.private_metadata))?.token).toBe(form.token);
    }),
    RUNS,
  );
});

test('any reply is a home tab and a notice that Slack takes; what a home tab leaves out it says', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const sealed = { ...reply, buttons: [], mentions: [] } as never;
      expect(viewFaults(homeView(sealed, 'https://zs.example.cn'))).toEqual([]);
      expect(viewFaults(noticeView(sealed))).toEqual([]);
    }),
    RUNS,
  );
  const long = {
    title: '首页',
    parts: Array.from({ length: 300 }, (_, at) => ({ type: 'text' as const, text: `第${at}段` })),
  };
  const blocks = homeView(long, 'https://zs.example.cn').blocks as readonly unknown[];
  expect(blocks.length).toBeLessThanOrEqual(100);
  expect(JSON.stringify(blocks)).toContain('还有更多');
});

test('a used button takes those of the same question with it, and leaves the others and every word', () => {
  const button = (label: string, id: string) => ({
    type: 'button',
    action_id: id,
    text: { type: 'plain_text', text: label },
  });
  const message = {
    ts: '1.2',
    text: '待办',
    blocks: [
      { type: 'section', text: { type: 'plain_text', text: '待办' } },
      {
        type: 'actions',
        elements: [button('确认', 'press.0.aaaa'), button('修改', 'form.1.aaaa'), button('签收 R1', 'press.2')],
      },
      { type: 'actions', elements: [button('签收 R2', 'press.3')] },
    ],
  };
  const shown = (id: string) => JSON.stringify(withoutButton(message, id, 'U0ZHANG')?.blocks);
  const asked = shown('form.1.aaaa');
  for (const label of ['确认', '修改']) expect(asked).not.toContain(`"text":"${label}"`);
  for (const label of ['签收 R1', '签收 R2', '待办', '已点“修改”', 'U0ZHANG']) expect(asked).toContain(label);
  const signed = shown('press.3');
  for (const label of ['确认', '修改', '签收 R1']) expect(signed).toContain(`"text":"${label}"`);
  expect(signed).not.toContain('"text":"签收 R2"');
  expect(withoutButton(message, 'press.9', 'U0ZHANG')).toBeNull();
});
