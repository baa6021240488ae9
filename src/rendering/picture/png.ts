import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../../package-root.ts';

/** A picture at twice its units, with the same facts in words. */
export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

interface Answer {
  readonly ready?: boolean;
  readonly id?: number;
  readonly error?: string;
  readonly png?: Uint8Array;
  readonly width?: number;
  readonly height?: number;
}

type Waiting = { resolve(picture: Omit<Picture, 'alt'>): void; reject(error: Error): void };

const IDLE_MS = 30_000;

/** The one drawing thread: started when first needed, ended after a while without work, so that it holds no memory; the process may end while it is idle. */
class Painter {
  private worker: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  draw(svg: string): Promise<Omit<Picture, 'alt'>> {
    clearTimeout(this.idle);
    this.last += 1;
    const id = this.last;
    const worker = this.worker ?? this.open();
    worker.ref();
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, svg });
    });
  }

  private open(): Worker {
    const worker = new Worker(join(packageRoot(), 'src/rendering/picture/worker.js'), { workerData: assets() });
    worker.on('message', (answer: Answer) => this.answered(answer));
    worker.on('error', (error) => this.failed(error));
    this.worker = worker;
    return worker;
  }

  private answered({ id, error, png, width, height }: Answer): void {
    const waiting = id === undefined ? undefined : this.waiting.get(id);
    if (id === undefined || !waiting) return;
    this.waiting.delete(id);
    if (png && width && height) waiting.resolve({ png, width, height });
    else waiting.reject(new Error(`picture not drawn: ${error}`));
    if (this.waiting.size > 0) return;
    this.worker?.unref();
    this.idle = setTimeout(() => this.close(), IDLE_MS).unref();
  }

  private failed(error: Error): void {
    for (const waiting of this.waiting.values()) waiting.reject(error);
    this.waiting.clear();
    this.worker = undefined;
  }

  private close(): void {
    void this.worker?.terminate();
    this.worker = undefined;
  }
}

const painter = new Painter();

/** Draws an SVG text as PNG at scale 2. Throws when it cannot be drawn. */
export const toPng = (svg: string): Promise<Omit<Picture, 'alt'>> => painter.draw(svg);

const WEIGHTS = [
  '400Regular/NotoSansSC_400Regular',
  '500Medium/NotoSansSC_500Medium',
  '700Bold/NotoSansSC_700Bold',
  '900Black/NotoSansSC_900Black',
];

function assets(): { fonts: readonly string[]; wasm: string } {
  const require = createRequire(import.meta.url);
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  return {
    fonts: WEIGHTS.map((weight) => join(fonts, `${weight}.ttf`)),
    wasm: require.resolve('@resvg/resvg-wasm/index_bg.wasm'),
  };
}
