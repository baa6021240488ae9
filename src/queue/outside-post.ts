import { lookup } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks that are not the open internet: this machine, private and shared ones, link-local, test, multicast, reserved. */
const INSIDE = new BlockList();
for (const [net, bits] of [
  ...[
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
  ],
  ...[
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ],
  ...[
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ],
] as const)
  INSIDE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ...[
    ['::', 128],
    ['::1', 128],
    ['64:ff9b::', 96],
    ['64:ff9b:1::', 48],
    ['100::', 64],
    ['2001:db8::', 32],
  ],
  ...[
    ['2002::', 16],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
  ],
] as const)
  INSIDE.addSubnet(net, bits, 'ipv6');

/** Whether an IP address is on this machine or in a private network. */
export const isInside = (address: string): boolean => INSIDE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** The address leads inside though it may not. */
export class InsideError extends Error {}

/** Names are looked up here, and each address they have is judged: what was judged is what is called. */
const openLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const inside = found?.find(({ address }) => isInside(address));
    if (error) done(error, '', 4);
    else if (inside) done(new InsideError(`${host} is in a private network`), '', 4);
    else if (options.all) done(null, found);
    else done(null, found[0]?.address ?? '', found[0]?.family ?? 4);
  });
};

/**
 * POSTs bytes to an address outside (`inside`: private networks are allowed too); gives the status and how long it asks to
 * wait (seconds). No redirect is followed and the answer is not read. Throws what the network threw, or an {@link InsideError}.
 */
export function postOutside(
  url: URL,
  {
    headers,
    body,
    inside,
    timeoutMs,
  }: {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly inside: boolean;
    readonly timeoutMs: number;
  },
): Promise<{ readonly status: number; readonly retryAfter: number }> {
  return new Promise((resolve, reject) => {
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (!inside && isIP(literal) && isInside(literal)) return reject(new InsideError(`${literal} is private`));
    const send = url.protocol === 'https:' ? secureRequest : plainRequest;
    const length = String(Buffer.byteLength(body));
    const call = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': length },
      signal: AbortSignal.timeout(timeoutMs),
      agent: false,
      ...(inside ? {} : { lookup: openLookup }),
    });
    call.on('error', reject);
    call.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, retryAfter: Number(response.headers['retry-after'] ?? 0) || 0 });
      response.destroy();
    });
    call.end(body);
  });
}
