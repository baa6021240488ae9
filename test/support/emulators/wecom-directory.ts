/** A member as the administrator entered them. */
export interface WecomMember {
  readonly name: string;
  readonly mobile?: string;
  readonly department: readonly number[];
  /** Outside of the app's visible range. */
  readonly unseen?: true;
  /** The id that a bot gets whose maker is no 超级管理员. */
  readonly encrypted?: string;
}

/** A company's directory as a self-built app may read it; by user id, in small letters. */
export class WecomDirectory {
  readonly members = new Map<string, WecomMember>();
  readonly departments = new Map<number, { readonly name: string; readonly parentid: number; readonly unseen?: true }>([
    [1, { name: '云岭县', parentid: 0 }],
  ]);
  /** Apps made since June 2022 get no mobiles. */
  givesMobiles = true;

  /** The answer to a call; null for what is no call of the directory's. */
  answer(path: string, query: URLSearchParams, raw: string): object | null {
    if (path === 'user/get') return this.member((query.get('userid') ?? '').toLowerCase());
    if (path === 'user/simplelist') return { userlist: this.seen() };
    if (path === 'department/get') return this.department(Number(query.get('id')));
    if (path === 'batch/openuserid_to_userid') return this.plain(raw);
    return null;
  }

  /** What agent/get says of the visible range. */
  visible(): object {
    return { allow_userinfos: { user: this.seen() }, allow_partys: { partyid: [1] } };
  }

  private seen(): readonly object[] {
    return [...this.members].filter(([, { unseen }]) => !unseen).map(([userid, { name }]) => ({ userid, name }));
  }

  private member(id: string): object {
    const found = this.members.get(id);
    if (!found) return { errcode: 60111, errmsg: 'userid not found' };
    if (found.unseen) return { errcode: 60011, errmsg: 'no privilege to access/modify contact/party/agent' };
    const { name, department, mobile } = found;
    return { userid: id, name, department, status: 1, ...(this.givesMobiles && mobile ? { mobile } : {}) };
  }

  private department(id: number): object {
    const found = this.departments.get(id);
    if (!found || found.unseen) return { errcode: 60011, errmsg: 'no privilege to access/modify contact/party/agent' };
    return { department: { id, name: found.name, parentid: found.parentid, order: 1 } };
  }

  /** Letter by letter: an encrypted id in other letters is another id. */
  private plain(raw: string): object {
    const { open_userid_list: wanted } = JSON.parse(raw) as { open_userid_list: readonly string[] };
    const found = [...this.members].flatMap(([userid, { encrypted }]) =>
      encrypted !== undefined && wanted.includes(encrypted) ? [{ open_userid: encrypted, userid }] : [],
    );
    const invalid = wanted.filter((id) => !found.some(({ open_userid: known }) => known === id));
    return { userid_list: found, invalid_open_userid_list: invalid };
  }
}
