import { beforeAll, describe, expect, test } from 'vitest';
import { insertRecord } from '../../src/db/change.ts';
import { insertOrg } from '../../src/db/org.repository.ts';
import { inOrg, type OrgTx } from '../../src/db/org-transaction.ts';
import { addressesOf } from '../../src/db/outbox.repository.ts';
import { keepMessage, openRoom, roomChat, visibleChats } from '../../src/services/room.service.ts';
import { testDatabase } from '../support/database.ts';

let orgId: number;
let people: { readonly liaison: number; readonly leader: number };
const inside = async <Result>(work: (tx: OrgTx) => Promise<Result>) => inOrg((await testDatabase()).db, orgId, work);

beforeAll(async () => {
  const { db } = await testDatabase();
  orgId = await insertOrg(db, { name: `房间县 ${process.pid} ${Date.now()}` });
  people = await inside(async (tx) => {
    const unit = await insertRecord(tx, 'units', { name: '城关镇', kind: '乡镇街道', ranking_group: null });
    const liaison = await insertRecord(tx, 'people', { name: '李四', role: 'liaison', unit_id: unit.id });
    const leader = await insertRecord(tx, 'people', { name: '孙八', role: 'leader', unit_id: null });
    return { liaison: liaison.id, leader: leader.id };
  });
});

describe('the room of an org', () => {
  test('opened by several at once it has one main group, and everybody has one identity', async () => {
    await Promise.all([1, 2, 3, 4].map(() => inside(openRoom)));
    const room = await inside(openRoom);
    expect(room.chats.filter((chat) => chat.kind === 'group')).toHaveLength(1);
    expect(room.people.map((person) => person.externalId).sort()).toEqual(
      [`p${people.leader}`, `p${people.liaison}`].sort(),
    );
  });

  test('a person who joins later is in the room at its next opening', async () => {
    const { id } = await inside((tx) => insertRecord(tx, 'people', { name: '新来', role: 'member', unit_id: null }));
    expect((await inside(openRoom)).people.map((person) => person.id)).toContain(id);
  });

  test('a direct chat is made once', async () => {
    const room = await inside(openRoom);
    const made = await Promise.all([1, 2, 3].map(() => inside((tx) => roomChat(tx, room, `p${people.liaison}`))));
    expect(new Set(made.map((chat) => chat?.id)).size).toBe(1);
    expect(await inside((tx) => roomChat(tx, room, 'p999999'))).toBeNull();
  });

  test('a person bound on a real platform goes on being told things there', async () => {
    await inside((tx) =>
      tx.sql
        .insertInto('identities')
        .values({
          ...{ org_id: orgId, platform: 'slack', workspace: `T${orgId}`, external_id: 'U1', person_id: people.leader },
          ...{ state: 'approved', asked_at: new Date('2026-01-01'), approved_by: null },
        })
        .execute(),
    );
    const [address] = await inside((tx) => addressesOf(tx, [people.leader]));
    expect(address).toMatchObject({ platform: 'slack', externalId: 'U1' });
  });

  test('only the own direct chat is visible', async () => {
    const room = await inside(openRoom);
    const leader = room.people.find((person) => person.id === people.leader);
    if (!leader) throw new Error('no leader');
    expect(visibleChats(room, leader).map((chat) => chat.externalId)).toEqual(['main']);
  });

  test('a message is kept once for one key, its texts without what no database takes', async () => {
    const room = await inside(openRoom);
    const chatId = room.chats[0]?.id ?? 0;
    const message = { chatId, personId: null, at: new Date(), once: '00000000-0000-8000-8000-000000000001' };
    const keep = () => inside((tx) => keepMessage(tx, { ...message, body: { kind: 'said', text: '甲\u0000乙' } }));
    expect(await keep()).toBeGreaterThan(0);
    expect(await keep()).toBeNull();
    const row = await inside((tx) => tx.sql.selectFrom('messages').select('body').executeTakeFirst());
    expect(row?.body).toEqual({ kind: 'said', text: '甲乙' });
  });
});
