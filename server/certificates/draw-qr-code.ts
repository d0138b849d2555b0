/** A QR code as one filled path: sharp at any size, and smaller than a picture. */
import QRCode from 'qrcode';
import type { Doc } from './write-text.ts';

/** @param size its edge in points, without the quiet margin of four modules that the page leaves around it */
export function drawQrCode(doc: Doc, text: string, x: number, y: number, size: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const step = size / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) doc.rect(x + column * step, y + row * step, step, step);
    }
  }
  doc.fill('#1b262c');
}
