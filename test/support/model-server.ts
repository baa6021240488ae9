import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the model answers: an object is its JSON answer, a string its bare words, the rest are ways to fail. */
export type Behaviour =
  | Readonly<Record<string, unknown>>
  | string
  | { readonly fail: 'hang' | 'error' | 'garbage' | 'endless' | 'redirect' | 'cut' | 'drip' };

/** A local server that speaks chat completions and does as it is told. */
export interface ModelServer {
  readonly baseUrl: string;
  /** What it was asked, in order. */
  readonly asked: { readonly text: string; readonly authorization: string | undefined }[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** Starts the server on a free port. */
export async function modelServer(): Promise<ModelServer> {
  let behaviour: Behaviour = {};
  const asked: { text: string; authorization: string | undefined }[] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await bodyOf(request)) as { messages: { role: string; content: string }[] };
    asked.push({
      text: body.messages.find(({ role }) => role === 'user')?.content ?? '',
      authorization: request.headers.authorization,
    });
    const fail = typeof behaviour === 'object' && 'fail' in behaviour ? behaviour.fail : null;
    if (fail === 'hang') return;
    if (fail === 'error') return void response.writeHead(500).end('down');
    if (fail === 'garbage') return void response.end('<html>');
    if (fail === 'redirect') return void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    if (fail === 'cut') {
      response.write('{"choices":[');
      return void setTimeout(() => response.destroy(), 20);
    }
    if (fail === 'drip') {
      const drops = setInterval(() => response.write(' '), 100);
      return void response.on('close', () => clearInterval(drops));
    }
    if (fail === 'endless') return void response.end('x'.repeat(200_000));
    const content = typeof behaviour === 'string' ? behaviour : JSON.stringify(behaviour);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    behave: (next) => {
      behaviour = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
