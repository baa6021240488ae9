import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertRecord } from '../../../src/db/change.ts';
import type { CalendarDate } from '../../../src/domain/calendar/date.ts';
import { makeApiToken } from '../../../src/services/session.service.ts';
import { type WebHost, webHost } from '../../support/web-host.ts';

let site: WebHost;
let token: string;
let mine: number;
let foreign: number;

beforeAll(async () => {
  site = await webHost();
  token = await makeApiToken(site.host.db, site.orgId, '大屏');
  const task = { title: '回访', due_on: '2026-06-12' as CalendarDate, created_at: new Date() };
  mine = await site.inOrg(async (tx) => {
    return (
      await insertRecord(
        tx,
        'tasks',
        { ...task, from_person_id: site.people.陈晓岚 ?? 0, person_id: site.people.张三 ?? 0 },
        'R',
      )
    ).id;
  });
  foreign = await site.inOrg(async (tx) => {
    for (let n = 0; n < 3; n += 1)
      await insertRecord(
        tx,
        'tasks',
        { ...task, from_person_id: site.otherPersonId, person_id: site.otherPersonId },
        'R',
      );
    return (
      await insertRecord(
        tx,
        'tasks',
        { ...task, from_person_id: site.otherPersonId, person_id: site.otherPersonId },
        'R',
      )
    ).id;
  }, site.otherOrgId);
});
afterAll(() => site.close());

const get = async (path: string, bearer = token) => {
  const response = await fetch(`${site.url}/api/v1${path}`, { headers: { authorization: `Bearer ${bearer}` } });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe('the read API', () => {
  test('gives the org’s own tasks, by number with or without the letter', async () => {
    expect((await get('/tasks')).body.tasks).toHaveLength(1);
    expect((await get(`/tasks/${mine}`)).body).toMatchObject({ id: mine, title: '回访', dueOn: '2026-06-12' });
    expect((await get(`/tasks/R${mine}`)).status).toBe(200);
  });

  test('another org’s task is “no such”, in the same words as one that never was', async () => {
    const [other, none] = [await get(`/tasks/${foreign}`), await get('/tasks/99999')];
    expect(other.status).toBe(404);
    expect(other).toEqual(none);
  });

  test('without a token, or with a wrong one, nothing is given', async () => {
    expect((await get('/tasks', 'xz_wrong')).status).toBe(401);
    expect((await fetch(`${site.url}/api/v1/projects`)).status).toBe(401);
  });

  test('lists of projects and leaderboards are there, empty or not', async () => {
    expect(await get('/projects?limit=5')).toEqual({ status: 200, body: { projects: [] } });
    expect(await get('/leaderboards')).toEqual({ status: 200, body: { leaderboards: [] } });
    expect((await get('/leaderboards/1')).status).toBe(404);
  });

  test('a secret project is not there, and its tasks do not tell what they are about', async () => {
    const day = '2026-06-01' as CalendarDate;
    const now = new Date();
    const { id, task } = await site.inOrg(async (tx) => {
      const project = await insertRecord(
        tx,
        'projects',
        {
          ...{ name: '代号甲', stage: '在谈' as const, stage_on: day, last_progress_on: day },
          ...{ first_reported_at: now, protected_from: now, secret_to: [site.people.陈晓岚 ?? 0] },
        },
        'X',
      );
      const { id: task } = await insertRecord(
        tx,
        'tasks',
        {
          ...{ title: '去宁波见海纳', due_on: day, created_at: now, project_id: project.id },
          ...{ from_person_id: site.people.陈晓岚 ?? 0, person_id: site.people.陈晓岚 ?? 0 },
        },
        'R',
      );
      return { id: project.id, task };
    });
    expect((await get(`/projects/X${id}`)).status).toBe(404);
    expect((await get('/projects')).body.projects).toEqual([]);
    expect((await get(`/tasks/${task}`)).body.title).toBe('（保密项目）');
  });

  test('every path of the OpenAPI document is answered', async () => {
    const { body } = await get('/openapi.json', '');
    expect(body.openapi).toBe('3.1.0');
    for (const path of Object.keys(body.paths as object)) {
      const { status } = await get(path.replace('/api/v1', '').replace('{id}', '1'));
      expect([200, 404]).toContain(status);
    }
  });
});
