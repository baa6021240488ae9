import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/**
 * Which layer may import which (spec: every arrow points down), and which outside packages. Type imports count: a type
 * from db in the domain is the first step of the slide. A layer may always import itself, where it says so.
 */
const LAYERS: readonly {
  readonly path: RegExp;
  readonly may: readonly RegExp[];
  readonly packages: readonly string[];
}[] = [
  { path: /^src\/domain\/money\//, may: [/^src\/domain\//], packages: ['fraction.js'] },
  { path: /^src\/domain\/calendar\/holidays\.ts$/, may: [/^src\/domain\//], packages: ['chinese-days'] },
  { path: /^src\/domain\//, may: [/^src\/domain\//], packages: [] },
  {
    path: /^src\/reading\//,
    may: [/^src\/(?:reading|domain)\//],
    packages: ['hucre', 'yauzl', 'fast-xml-parser', 'pinyin-pro', 'node:'],
  },
  { path: /^src\/db\//, may: [/^src\/(?:db|domain)\//], packages: ['kysely', 'pg', 'node:'] },
  {
    path: /^src\/rendering\//,
    may: [/^src\/(?:rendering|domain)\//, /^src\/package-root\.ts$/],
    packages: ['hucre', 'docx', 'node:'],
  },
  { path: /^src\/config\//, may: [/^src\/config\//], packages: ['zod', 'node:'] },
  { path: /^src\/proposer\//, may: [/^src\/(?:proposer|services)\//], packages: [] },
  { path: /^src\/services\//, may: [/^src\/(?:services|domain|reading|db)\//], packages: ['node:crypto'] },
  {
    path: /^src\/commands\//,
    may: [/^src\/(?:commands|domain|reading|services|rendering)\//],
    packages: ['node:crypto', 'node:fs/promises'],
  },
  {
    path: /^src\/queue\//,
    may: [/^src\/(?:queue|domain|db|services|rendering)\//],
    packages: ['bullmq', 'ioredis', 'rate-limiter-flexible', 'node:'],
  },
  {
    path: /^handlers\//,
    may: [/^src\/(?:commands|services|rendering|reading|domain)\//, /^handlers\/[a-z]+\/_/],
    packages: [],
  },
  { path: /^jobs\//, may: [/^src\/(?:queue|services|rendering|domain)\//, /^jobs\/_/], packages: [] },
  {
    path: /^src\/platforms\/web\//,
    may: [
      /^src\/(?:platforms\/(?:web\/|platform\.ts)|rendering|config|services|domain|commands)\/?/,
      /^src\/package-root\.ts$/,
    ],
    packages: ['hono', '@hono/node-server', 'zod', 'node:'],
  },
  {
    path: /^src\/platforms\/slack\//,
    may: [/^src\/(?:platforms\/(?:slack\/|platform\.ts)|rendering|config|commands)\/?/],
    packages: ['@slack/', 'zod', 'node:'],
  },
  {
    path: /^src\/platforms\/wecom\//,
    may: [/^src\/(?:platforms\/(?:wecom\/|platform\.ts)|rendering|config|commands)\/?/],
    packages: ['@wecom/', 'fast-xml-parser', 'zod', 'node:'],
  },
  {
    path: /^src\/platforms\/memory\//,
    may: [/^src\/(?:platforms\/(?:memory\/|platform\.ts)|rendering|commands)\/?/],
    packages: [],
  },
  { path: /^src\/platforms\/platform\.ts$/, may: [/^src\/(?:commands|rendering)\//], packages: ['node:http'] },
  {
    path: /^src\/platforms\/load\.ts$/,
    may: [/^src\/(?:platforms\/platform\.ts|config\/)/],
    packages: ['node:'],
  },
  { path: /^migrations\//, may: [], packages: ['kysely'] },
];

/** The top: knows everybody, imported by nobody below. */
const TOP = /^src\/(?:app|listen|main|operations|log|package-root)\.ts$|^src\/cli\//;

const root = resolve(import.meta.dirname, '../..');
const files = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return files(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
const sources = ['src', 'handlers', 'jobs', 'migrations'].flatMap(files);

function importsOf(file: string, valuesOnly = false): readonly string[] {
  const whole = readFileSync(join(root, file), 'utf8');
  const text = valuesOnly
    ? whole
        .replace(/(?:^|\n)(?:import|export) type [^;]*;/g, '')
        .replace(/(?:^|\n)import \{(?:\s*type \w+,?)+\s*\} from [^;]*;/g, '')
    : whole;
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g,
    ),
  ];
  return found.map((match) => {
    const name = match[1] ?? match[2] ?? '';
    return name.startsWith('.') ? relative(root, resolve(root, dirname(file), name)) : name;
  });
}

const isOurs = (name: string): boolean => /^(?:src|handlers|jobs|migrations)\//.test(name);

test('every import points down, and packages are used where they belong', () => {
  const wrong: string[] = [];
  for (const file of sources.filter((one) => !TOP.test(one))) {
    const layer = LAYERS.find(({ path }) => path.test(file));
    if (!layer) {
      wrong.push(`${file} is in no layer`);
      continue;
    }
    for (const name of importsOf(file)) {
      const allowed = isOurs(name)
        ? layer.may.some((may) => may.test(name))
        : layer.packages.some(
            (one) => name === one || name.startsWith(one.endsWith(':') ? one : `${one.replace(/\/$/, '')}/`),
          );
      if (!allowed) wrong.push(`${file} imports ${name}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** The scoring language is a grammar, and a grammar names itself: a metric holds values, a value a metric. */
const GRAMMAR = /^src\/domain\/scoring\//;

test('no file needs a file that needs it, not even for a type', () => {
  const graph = new Map(sources.map((file) => [file, importsOf(file, GRAMMAR.test(file)).filter(isOurs)]));
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of sources) visit(file, []);
  expect(circles).toEqual([]);
});

test('no file is longer than 320 lines', () => {
  const long = sources.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 320);
  expect(long).toEqual([]);
});
