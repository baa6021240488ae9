/** What the emulators use of `ws`, which brings no types of its own. */
declare module 'ws' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:http';

  export interface WebSocket extends EventEmitter {
    send(data: string): void;
    close(code?: number): void;
    terminate(): void;
    readonly readyState: number;
  }
  export class WebSocketServer extends EventEmitter {
    constructor(options: { server: Server; path?: string });
    readonly clients: Set<WebSocket>;
    on(event: 'connection', heard: (socket: WebSocket) => void): this;
  }
}
