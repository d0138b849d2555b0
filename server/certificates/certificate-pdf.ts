/**
 * The certificate as a tagged PDF (PDF/UA's structure: document, headings, paragraphs, a figure with its text). The same
 * record gives the same bytes: dates come from the record, and the file's id is made from its title and date.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import type PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import type { Found } from './find-certificate.ts';

type Doc = InstanceType<typeof PDFDocument>;

const PAPER = '#fffdf9';
const INK = '#1b262c';
const SOFT = '#54626a';
const THREAD = '#0c6b63';
const LEFT = 96;
const WIDTH = 430;

const files = createRequire(import.meta.url);
const face = (subset: string, weight: number): Buffer =>
  readFileSync(
    files.resolve(
      `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`,
    ),
  );
export const FACES = {
  plain: face('latin', 400),
  strong: face('latin', 700),
  'plain-more': face('latin-ext', 400),
  'strong-more': face('latin-ext', 700),
};

/** Letters that the two subsets of the font hold between them: every language that is written in Latin letters. */
const DRAWABLE = /^[\u0020-\u024f\u1e00-\u1eff\u2010-\u2027\u02bb-\u02dd]*$/;
const BASIC = /^[\u0020-\u00ff\u2010-\u2027\u02bb-\u02bc\u02c6\u02da\u02dc]*$/;

export async function certificatePdf(found: Found, verifyUrl: string): Promise<Buffer> {
  const { record } = found;
  // Loaded when first needed: it takes 33 MB, of a server that is to rest at 130.
  const { default: Document } = await import('pdfkit');
  const doc = new Document({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: {
      Title: `Certificate ${found.shownCode}: ${record.course.title}, ${record.module.title}`,
      Author: 'Standpoint',
      CreationDate: new Date(record.issuedAt),
      ModDate: new Date(record.issuedAt),
    },
  });
  for (const [name, bytes] of Object.entries(FACES)) doc.registerFont(name, bytes);
  const whole = buffer(doc);
  const page = doc.struct('Document');
  doc.addStructure(page);
  drawPaper(doc);
  drawWords(doc, page, found, verifyUrl);
  drawCode(doc, page, found, verifyUrl);
  page.end();
  doc.end();
  return whole;
}

/** Paper, and the thread with its three stops. Decoration: no reader announces it. */
function drawPaper(doc: Doc): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.rect(0, 0, doc.page.width, doc.page.height).fill(PAPER);
  doc.lineWidth(3).lineCap('round').strokeColor(THREAD);
  doc.moveTo(58, 70).lineTo(58, 560).bezierCurveTo(58, 640, 96, 610, 96, 668).stroke();
  doc.moveTo(58, 560).bezierCurveTo(58, 620, 40, 640, 40, 690).strokeOpacity(0.25).stroke().strokeOpacity(1);
  for (const y of [92, 236, 452]) doc.circle(58, y, 7).fillAndStroke(y === 452 ? THREAD : PAPER, THREAD);
  doc.endMarkedContent();
}

function drawWords(doc: Doc, page: PDFKit.PDFStructureElement, found: Found, verifyUrl: string): void {
  const { record } = found;
  const write = (tag: string, text: string, y: number, style: Style): void => {
    page.add(doc.struct(tag, {}, () => drawText(doc, text, y, style)));
  };
  write('P', 'Standpoint', 84, { size: 13, font: 'strong', color: THREAD });
  write('H1', 'Certificate', 104, { size: 40, font: 'strong', color: INK });
  if (DRAWABLE.test(record.name)) {
    write('P', record.name, 222, { size: nameSize(doc, record.name), font: 'strong', color: INK });
  } else {
    const text = `The name on this certificate is in letters that this file cannot draw. It stands in full at ${verifyUrl}`;
    write('P', text, 222, { size: 14, font: 'strong', color: INK });
  }
  write('P', `finished and passed the module on ${found.passed}`, 288, { size: 14, font: 'plain', color: SOFT });
  write('H2', record.module.title, 316, { size: 26, font: 'strong', color: INK });
  write('P', `of the course ${record.course.title}, edition ${record.edition}`, 350, {
    size: 14,
    font: 'plain',
    color: INK,
  });
  const clauses = `${record.practised.length} points of the guidance practised by deciding`;
  write('P', clauses, 446, { size: 14, font: 'strong', color: INK });
  write(
    'P',
    `${record.guidance.title} (${record.guidance.publisher}), version ${record.guidance.id}. ${record.guidance.notice}`,
    470,
    {
      size: 11,
      font: 'plain',
      color: SOFT,
    },
  );
  write(
    'P',
    'This course is not made or approved by the regulator. A certificate is not CPD in itself: what you learned from it, written down, can be.',
    520,
    {
      size: 11,
      font: 'plain',
      color: SOFT,
    },
  );
}

function drawCode(doc: Doc, page: PDFKit.PDFStructureElement, found: Found, verifyUrl: string): void {
  const size = 112;
  const [x, y] = [LEFT, 640];
  const alt = `QR code that leads to ${verifyUrl}`;
  page.add(
    doc.struct('Figure', { alt }, () => {
      const { modules } = QRCode.create(verifyUrl, { errorCorrectionLevel: 'M' });
      const step = size / modules.size;
      for (let row = 0; row < modules.size; row += 1) {
        for (let column = 0; column < modules.size; column += 1) {
          if (modules.get(row, column)) doc.rect(x + column * step, y + row * step, step, step);
        }
      }
      doc.fill(INK);
    }),
  );
  const beside = x + size + 24;
  const write = (tag: string, text: string, top: number, style: Style): void => {
    page.add(doc.struct(tag, {}, () => drawText(doc, text, top, style, beside)));
  };
  write('P', found.shownCode, y + 4, { size: 20, font: 'strong', color: INK });
  write('P', `Issued ${found.issued}. Anybody can check it:`, y + 36, { size: 11, font: 'plain', color: SOFT });
  write('P', verifyUrl, y + 54, { size: 11, font: 'plain', color: THREAD });
}

interface Style {
  readonly size: number;
  readonly font: 'plain' | 'strong';
  readonly color: string;
}

/** One paragraph; letters outside the basic subset come from the other, in pieces that read as one. */
function drawText(doc: Doc, text: string, y: number, style: Style, x = LEFT): void {
  const width = LEFT + WIDTH - x;
  const pieces = text.match(/[^\u0100-\u02ba\u1e00-\u1eff]+|[\u0100-\u02ba\u1e00-\u1eff]+/g) ?? [];
  doc.fillColor(style.color).fontSize(style.size);
  doc.x = x;
  doc.y = y;
  for (const [index, piece] of pieces.entries()) {
    const more = BASIC.test(piece) ? '' : '-more';
    doc.font(`${style.font}${more}`).text(piece, { width, continued: index < pieces.length - 1, lineGap: 2 });
  }
}

/** A long name is drawn smaller, so that it keeps to two lines. */
function nameSize(doc: Doc, name: string): number {
  const lines = doc.font('strong').fontSize(30).widthOfString(name) / WIDTH;
  return lines <= 1 ? 30 : Math.max(16, 30 / Math.min(lines, 1.8));
}
