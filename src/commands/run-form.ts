import { knows } from '../domain/project/secret.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Field, Form, PressArgs } from '../rendering/form.ts';
import { note, type Reply } from '../rendering/reply.ts';
import { resolveProject } from '../services/resolve.service.ts';
import { checkRole } from './allowed.ts';
import type { Context } from './context.ts';
import type { Command, CommandForm, OpenedForm } from './define.ts';
import { placed } from './field-errors.ts';
import { fieldOf } from './form-fields.ts';
import { MAX_BYTES } from './incoming.ts';
import type { Ran } from './ran.ts';
import { readField } from './read-slots.ts';
import { refusalReply } from './refusals.ts';
import { resolveSlots } from './resolve-slots.ts';
import type { Slots, Values } from './slots.ts';

/** The form of its own that a command has for these arguments. */
const formOf = ({ form }: Command, args: PressArgs): CommandForm | undefined =>
  form?.needs === undefined || args[form.needs] !== undefined ? form : undefined;

/** The slots that a command's form asks for. */
export const formSlots = (command: Command, args: PressArgs): Slots => formOf(command, args)?.slots ?? command.slots;

/** That there is a form, for who cares to press: what stands in it is not said before, to whoever reads along. */
export const offerOf = ({ name, form }: Command, args: PressArgs): Form => ({
  title: name,
  submit: form?.submit ?? SUBMIT,
  press: { fill: name, args },
  fields: [],
});

const SUBMIT = '提交';

const openOf = async (context: Context, command: Command, args: PressArgs): Promise<OpenedForm> => {
  checkRole(context, command);
  return formOf(command, args)?.open(args, context) ?? plainly(command, args);
};

/** What the form asks, in words, for a person without forms. Throws a Refusal when it cannot be opened. */
export async function askInWords(context: Context, command: Command, args: PressArgs): Promise<Ran> {
  const { ask } = await openOf(context, command, args);
  return { reply: ask, command: command.name, outcome: 'done' };
}

/** Shows a command's form with what stands in it. Throws a Refusal when it cannot be opened. */
export async function showForm(context: Context, command: Command, args: PressArgs): Promise<Ran> {
  const opened = await openOf(context, command, args);
  const fields: Field[] = [];
  for (const [name, slot] of Object.entries(formSlots(command, args)))
    fields.push(await valued(context, fieldOf(name, slot), opened.values[name]));
  const press = { fill: command.name, args: opened.args };
  const form = { title: opened.title, submit: command.form?.submit ?? SUBMIT, press, fields };
  return { reply: { ...opened.ask, form }, command: command.name, outcome: 'done' };
}

function plainly({ name, usage, examples }: Command, args: PressArgs): OpenedForm {
  const values = Object.fromEntries(Object.entries(args).map(([slot, value]) => [slot, String(value ?? '')]));
  const ask: Reply = { title: `${name}：请写上各项`, tone: 'ask', parts: [note(`${usage}\n例如：${examples[0]}`)] };
  return { title: name, args, values, ask };
}

/** A field with what stands in it; a project that is not there, or not the only one, is left to be chosen. */
async function valued(context: Context, field: Field, value: string | undefined): Promise<Field> {
  if (!value) return field;
  if (field.kind !== 'project') return { ...field, value, shown: value };
  const number = /^X(\d{1,10})$/.exec(value)?.[1];
  const [found, other] = await resolveProject(context.tx, number ? { number: Number(number) } : { words: value });
  return found && !other && knows(found, context.actor)
    ? { ...field, value: `X${found.id}`, shown: `X${found.id} ${found.name}` }
    : field;
}

/** Does what was filled in: the same readers, checks and command as for a line, each part from its own field. */
export async function fillForm(
  context: Context,
  command: Command,
  args: PressArgs,
  fields: Readonly<Record<string, string>>,
): Promise<Ran> {
  checkRole(context, command);
  const form = formOf(command, args);
  const slots = formSlots(command, args);
  const read = readFields(slots, fields, context);
  const line = [command.name, ...Object.keys(slots).map((name) => fields[name]?.trim() ?? '')]
    .filter(Boolean)
    .join(' ');
  try {
    const found = await resolveSlots(context, { ...command, slots }, { values: read, line });
    if ('reply' in found) throw new Refusal('project.several');
    const inside = { ...context, line };
    const values = found.values as Values<Slots>;
    const reply = await (form ? form.fill(args, values, inside) : command.run(values, inside));
    return { reply, command: command.name, outcome: 'done', writes: command.kind === 'write' };
  } catch (error) {
    throw error instanceof Refusal ? placed(error, slots) : error;
  }
}

/** Reads every field; what is wrong in several of them is said at once. Refusals "form.fields", "text.too-long". */
function readFields(
  slots: Slots,
  fields: Readonly<Record<string, string>>,
  context: Context,
): Readonly<Record<string, unknown>> {
  if (Buffer.byteLength(Object.values(fields).join('')) > MAX_BYTES)
    throw new Refusal('text.too-long', { limit: MAX_BYTES });
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [name, slot] of Object.entries(slots)) {
    try {
      const text = fields[name]?.trim() ?? '';
      if (!text && !slot.optional) throw new Refusal('form.missing', { label: slot.label });
      values[name] = text ? readField(slot, text, context) : undefined;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors[name] = wordsOf(error);
    }
  }
  if (Object.keys(errors).length > 0) throw new Refusal('form.fields', { errors });
  return values;
}

function wordsOf(refusal: Refusal): string {
  const { title, parts = [] } = refusalReply(refusal);
  return [title, ...parts.flatMap((part) => (part.type === 'note' ? [part.text] : []))].join('');
}
