type Fields = Readonly<Record<string, unknown>>;

/** What Slack would refuse in a view, in its own words; empty: nothing. */
export function viewFaults(view: Fields): readonly string[] {
  const blocks = (view.blocks ?? []) as readonly Fields[];
  const ids = blocks.flatMap(({ block_id: id }) => (typeof id === 'string' ? [id] : []));
  return [
    ...(['modal', 'home'].includes(String(view.type)) ? [] : ['unsupported type: view']),
    ...(view.type === 'modal' ? modalFaults(view, blocks) : []),
    ...within('blocks', blocks.length, 1, 100),
    ...within('callback_id', String(view.callback_id ?? '').length, 0, 255),
    ...within('private_metadata', String(view.private_metadata ?? '').length, 0, 3000),
    ...(new Set(ids).size === ids.length ? [] : ['duplicate block_id']),
    ...blocks.flatMap(blockFaults),
    ...(JSON.stringify(view).length > 250_000 ? ['view_too_large'] : []),
  ];
}

function modalFaults({ title, submit, close }: Fields, blocks: readonly Fields[]): readonly string[] {
  const asks = blocks.some(({ type }) => type === 'input');
  return [
    ...plain('title', title, 24),
    ...(asks && !submit ? ['must provide submit'] : []),
    ...(submit ? plain('submit', submit, 24) : []),
    ...(close ? plain('close', close, 24) : []),
  ];
}

const within = (what: string, size: number, least: number, most: number): readonly string[] =>
  size < least || size > most ? [`${what}: ${size} is not within ${least}..${most}`] : [];

function plain(what: string, object: unknown, most: number): readonly string[] {
  const { type, text } = (object ?? {}) as Fields;
  return [
    ...(type === 'plain_text' ? [] : [`${what}: must be plain_text`]),
    ...within(what, String(text ?? '').length, 1, most),
  ];
}

function blockFaults(block: Fields): readonly string[] {
  switch (block.type) {
    case 'input':
      return [
        ...plain('label', block.label, 2000),
        ...(block.hint ? plain('hint', block.hint, 2000) : []),
        ...within('block_id', String(block.block_id ?? '').length, 1, 255),
        ...elementFaults((block.element ?? {}) as Fields),
      ];
    case 'section':
      return within('section', String(((block.text ?? {}) as Fields).text ?? '').length, 1, 3000);
    case 'header':
      return plain('header', block.text, 150);
    case 'context':
      return within('context', ((block.elements ?? []) as readonly unknown[]).length, 1, 10);
    case 'actions':
      return actionFaults((block.elements ?? []) as readonly Fields[]);
    case 'divider':
    case 'rich_text':
      return [];
    default:
      return [`unsupported block: ${String(block.type)}`];
  }
}

function actionFaults(elements: readonly Fields[]): readonly string[] {
  const ids = elements.map(({ action_id: id }) => id);
  return [
    ...within('elements', elements.length, 1, 25),
    ...(new Set(ids).size === ids.length ? [] : ['duplicate action_id']),
    ...elements.flatMap(({ text, value }) => [
      ...plain('button', text, 75),
      ...within('value', String(value ?? '').length, 0, 2000),
    ]),
  ];
}

function elementFaults(element: Fields): readonly string[] {
  const { type, action_id: id, initial_value: words, max_length: most = 3000 } = element;
  const base = within('action_id', String(id ?? '').length, 1, 255);
  switch (type) {
    case 'plain_text_input':
      return [
        ...base,
        ...within('max_length', Number(most), 1, 3000),
        ...within('initial_value', String(words ?? '').length, 0, Number(most)),
      ];
    case 'datepicker':
      return element.initial_date === undefined || /^\d{4}-\d\d-\d\d$/.test(String(element.initial_date))
        ? base
        : [...base, 'initial_date'];
    case 'static_select':
      return [...base, ...listFaults((element.options ?? []) as readonly Fields[], element.initial_option)];
    case 'external_select':
      return [...base, ...(element.initial_option ? optionFaults(element.initial_option as Fields) : [])];
    case 'multi_external_select':
      return [...base, ...((element.initial_options ?? []) as readonly Fields[]).flatMap(optionFaults)];
    default:
      return [...base, `unsupported element: ${String(type)}`];
  }
}

function listFaults(options: readonly Fields[], initial: unknown): readonly string[] {
  const known = options.some((option) => JSON.stringify(option) === JSON.stringify(initial));
  return [
    ...within('options', options.length, 1, 100),
    ...options.flatMap(optionFaults),
    ...(initial === undefined || known ? [] : ['initial_option is none of the options']),
  ];
}

/** What Slack would refuse in one entry of a list. */
export const optionFaults = ({ text, value }: Fields): readonly string[] => [
  ...plain('option', text, 75),
  ...within('option value', String(value ?? '').length, 1, 75),
];
