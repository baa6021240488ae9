import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertRecord } from '../../../src/db/change.ts';
import type { CalendarDate } from '../../../src/domain/calendar/date.ts';
import { makeApiToken } from '../../../src/services/session.service.ts';
import { type WebHost, webHost } from '../../support/web-host.ts';

let site: WebHost;
let token: string;
let project: number;

const day = '2026-06-01' as CalendarDate;
const fields = (name: string) => ({
  ...{ name, stage: '在谈' as const, stage_on: day, last_progress_on: day },
  ...{ first_reported_at: new Date(), protected_from: new Date() },
});

beforeAll(async () => {
  site = await webHost();
  token = await makeApiToken(site.host.db, site.orgId, '智能体');
  project = await site.inOrg(async (tx) => {
    await insertRecord(tx, 'projects', fields('光伏组件'), 'X');
    return (await insertRecord(tx, 'projects', { ...fields('数控机床'), investor: '宁波海纳' }, 'X')).id;
  });
  await site.inOrg(async (tx) => {
    for (let n = 0; n < 9; n += 1) await insertRecord(tx, 'projects', fields('别县的项目'), 'X');
  }, site.otherOrgId);
});
afterAll(() => site.close());

const post = async (message: object, headers: Record<string, string> = {}) => {
  const response = await fetch(`${site.url}/mcp`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body: JSON.stringify({ jsonrpc: '2.0', ...message }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
};

/** A request of the revision without a handshake, with the headers that mirror it. */
const modern = (method: string, params: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  post(
    {
      id: 1,
      method,
      params: {
        ...params,
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      },
    },
    {
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      ...(params.name ? { 'mcp-name': String(params.name) } : {}),
      ...headers,
    },
  );

const call = (name: string, given: object) => modern('tools/call', { name, arguments: given });

describe('agents', () => {
  test('an older client begins with a handshake, lists the tools and calls one', async () => {
    const begun = await post({
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {} },
    });
    expect(begun.body.result).toMatchObject({ protocolVersion: '2025-06-18', serverInfo: { name: 'xiaozhao' } });
    expect(await post({ method: 'notifications/initialized' })).toEqual({ status: 202, body: null });
    const { body } = await post({ id: 2, method: 'tools/list' }, { 'mcp-protocol-version': '2025-06-18' });
    expect(body.result.tools.map((tool: { name: string }) => tool.name)).toContain('list_projects');
    const called = await post({
      id: 'c',
      method: 'tools/call',
      params: { name: 'get_project', arguments: { id: `x${project}` } },
    });
    expect(called.body).toMatchObject({
      id: 'c',
      result: { structuredContent: { id: project, investor: '宁波海纳' } },
    });
    expect(JSON.parse(called.body.result.content[0].text)).toEqual(called.body.result.structuredContent);
  });

  test('a version that is not spoken is answered by the newest with a handshake', async () => {
    const { body } = await post({ id: 1, method: 'initialize', params: { protocolVersion: '2099-01-01' } });
    expect(body.result.protocolVersion).toBe('2025-11-25');
  });

  test('a client without a handshake learns what is spoken and calls a tool at once', async () => {
    const { status, body } = await modern('server/discover');
    expect(status).toBe(200);
    expect(body.result).toMatchObject({ resultType: 'complete', capabilities: { tools: {} }, cacheScope: 'private' });
    expect(body.result.supportedVersions).toEqual(['2026-07-28', '2025-11-25', '2025-06-18', '2025-03-26']);
    const found = (await call('list_projects', { q: '宁波', limit: 5 })).body.result;
    expect(found).toMatchObject({ resultType: 'complete', isError: false });
    expect(found.structuredContent.projects.map((one: { name: string }) => one.name)).toEqual(['数控机床']);
  });

  test('headers that say other than the body, or a foreign version, are refused by the protocol’s own codes', async () => {
    const other = await modern(
      'tools/call',
      { name: 'get_project', arguments: { id: '1' } },
      { 'mcp-name': 'get_task' },
    );
    expect([other.status, other.body.error.code]).toEqual([400, -32020]);
    const missing = await modern('tools/list', {}, { 'mcp-method': 'ping' });
    expect([missing.status, missing.body.error.code]).toEqual([400, -32020]);
    const foreign = await post({ id: 1, method: 'tools/list' }, { 'mcp-protocol-version': '1900-01-01' });
    expect([foreign.status, foreign.body.error.code]).toEqual([400, -32022]);
    expect(foreign.body.error.data.supported).toContain('2026-07-28');
    const coded = `=?base64?${Buffer.from('list_tasks').toString('base64')}?=`;
    expect((await modern('tools/call', { name: 'list_tasks' }, { 'mcp-name': coded })).status).toBe(200);
  });

  test.each<[string, object, string]>([
    ['list_projects', { stage: '随便' }, '“stage”应是其中之一：线索、'],
    ['list_projects', { limit: '5' }, '“limit”应是整数'],
    ['list_projects', { sql: 'drop' }, '没有“sql”这个参数'],
    ['get_project', {}, '缺 id'],
    ['get_project', { id: '11' }, '没有这条记录'],
    ['get_task', { id: "1' or 1=1" }, '没有这条记录'],
  ])('%s %j tells the agent what to mend', async (name, given, words) => {
    const { result } = (await call(name, given)).body;
    expect([result.isError, result.content[0].text]).toEqual([true, expect.stringContaining(words)]);
  });

  test('what is no request, no tool or no method is told so, and nothing is given without a token', async () => {
    expect((await post({ id: 1 })).body.error.code).toBe(-32600);
    expect((await modern('tools/call', { name: 'delete_project' })).body.error.code).toBe(-32602);
    const unknown = await modern('resources/list');
    expect([unknown.status, unknown.body.error.code]).toEqual([404, -32601]);
    const none = await post({ id: 1, method: 'tools/list' }, { authorization: 'Bearer xz_wrong' });
    expect([none.status, none.body.result]).toEqual([401, undefined]);
    const page = await post({ id: 1, method: 'tools/list' }, { origin: 'https://evil.example' });
    expect(page.status).toBe(403);
    expect((await fetch(`${site.url}/mcp`)).status).toBe(405);
  });
});
