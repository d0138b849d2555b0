/**
 * The thread on the certificate: it comes in from above, stops at the certificate, the name and the guidance, and turns
 * into the rule above the code. The ways not taken leave the page. Decoration: no reader announces it.
 */
import type { Doc } from './write-text.ts';

const PAPER = '#fffdf9';
export const THREAD = '#0c6b63';

const X = 66;
const TURN = 588;
/** Where the rule that the thread turns into stands, and where it ends. */
const RULE = { y: TURN + 32, end: 527 };

/** @param stops heights of the three stops, from the top of the page in points */
export function drawThread(doc: Doc, stops: readonly number[]): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.rect(0, 0, doc.page.width, doc.page.height).fill(PAPER);
  doc.lineWidth(3).lineCap('round').strokeColor(THREAD);
  doc.strokeOpacity(0.22);
  for (const y of stops) doc.moveTo(X, y).bezierCurveTo(X, y + 44, 26, y + 34, -6, y + 92);
  doc.stroke().strokeOpacity(1);
  doc
    .moveTo(X, -6)
    .lineTo(X, TURN)
    .bezierCurveTo(X, RULE.y, X + 18, RULE.y, X + 44, RULE.y)
    .lineTo(RULE.end, RULE.y);
  doc.stroke();
  for (const y of stops) doc.circle(X, y, 7).fillAndStroke(PAPER, THREAD);
  doc.circle(RULE.end, RULE.y, 7).fillAndStroke(THREAD, THREAD);
  doc.endMarkedContent();
}
