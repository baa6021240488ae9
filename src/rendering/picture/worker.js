// Draws SVG as PNG in a thread of its own: drawing blocks for some tenths of a second. Plain JavaScript, because a worker
// must start the same from sources and from compiled code.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const SCALE = 2;
const QUALITY = 80;

const [fontBuffers, sharp] = await Promise.all([
  Promise.all(workerData.fonts.map((file) => readFile(file))),
  import('sharp').then(
    (found) => found.default,
    () => null,
  ),
  readFile(workerData.wasm).then((bytes) => initWasm(bytes)),
]);
sharp?.cache(false);

parentPort.on('message', async ({ id, svg }) => {
  try {
    const renderer = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: SCALE },
      font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC', sansSerifFamily: 'Noto Sans SC' },
    });
    const image = renderer.render();
    const { width, height } = image;
    const drawn = image.asPng();
    image.free();
    renderer.free();
    const png = sharp
      ? await sharp(drawn)
          .png({ palette: true, quality: QUALITY, effort: 4, dither: 0, compressionLevel: 9 })
          .toBuffer()
      : drawn;
    parentPort.postMessage({ id, png: new Uint8Array(png), width, height });
  } catch (error) {
    parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
parentPort.postMessage({ ready: true });
