/**
 * Certificates are drawn in a thread of their own, so that no commit waits for one: the first takes some 450 ms, as pdfkit
 * and the fonts are loaded and compiled, and the slowest answer meanwhile took 34 ms. The thread ends when it is idle.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Tinypool from 'tinypool';
import type { App } from '../app.ts';
import type { Drawing } from './draw-worker.ts';

const IDLE = 30_000;

/** Beside this file, also in the bundle, where both are JavaScript. */
const worker = `draw-worker${path.extname(fileURLToPath(import.meta.url))}`;

/** The function that answers with the bytes of a certificate's PDF. */
export function certificateDrawer(app: App): (drawing: Drawing) => Promise<Buffer> {
  const pool = new Tinypool({
    filename: new URL(worker, import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE,
  });
  app.addHook('onClose', () => pool.destroy());
  return async (drawing) => {
    // Between threads a Buffer becomes a plain Uint8Array.
    const bytes: Uint8Array = await pool.run(drawing, { name: 'draw' });
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
}
