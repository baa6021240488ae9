import { expect, test } from 'vitest';
import { newsOf } from '../../src/domain/news.ts';

const project = (stage: string, stage_state: string, secret_to: number[] | null = null) => ({
  stage,
  stage_state,
  secret_to,
});
const row = (table: string, before: object | null, after: object, id = 1) => ({
  ...{ table, id },
  before: before as Record<string, unknown> | null,
  after: after as Record<string, unknown>,
});

test.each<[string, ReturnType<typeof row>[], string[]]>([
  ['a new project', [row('projects', null, project('线索', 'verified'))], ['project.recorded 1']],
  [
    'a stage reported, and verified later',
    [row('projects', project('在谈', 'verified'), project('签约', 'reported'))],
    ['project.stage_changed 1'],
  ],
  [
    'the same stage verified',
    [row('projects', project('签约', 'reported'), project('签约', 'verified'))],
    ['project.stage_changed 1'],
  ],
  ['another field of a project', [row('projects', project('在谈', 'verified'), project('在谈', 'verified'))], []],
  ['a secret project', [row('projects', null, project('在谈', 'verified', [3]))], []],
  ['a new task', [row('tasks', null, { state: 'unsigned' }, 45)], ['task.assigned 45']],
  ['a task signed', [row('tasks', { state: 'unsigned' }, { state: 'doing' })], []],
  ['a task done', [row('tasks', { state: 'checking' }, { state: 'done' }, 45)], ['task.done 45']],
  [
    'a project changed twice in one write, told once',
    [
      row('projects', null, project('线索', 'verified')),
      row('projects', project('线索', 'verified'), project('签约', 'reported')),
      row('projects', project('签约', 'reported'), project('签约', 'verified')),
    ],
    ['project.recorded 1', 'project.stage_changed 1'],
  ],
  ['what nobody outside is told of', [row('entries', null, {}), row('people', null, {})], []],
])('%s', (_, changes, told) => {
  expect(newsOf(changes).map(({ type, id }) => `${type} ${id}`)).toEqual(told);
});
