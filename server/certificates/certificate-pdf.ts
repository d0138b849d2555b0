/**
 * The certificate as a tagged PDF (PDF/UA-1: document, headings, paragraphs, a figure with its text, a link). The same
 * record gives the same bytes: dates come from the record, and the file's id is made from its title and date.
 */
import { buffer } from 'node:stream/consumers';
import Document from 'pdfkit';
import {
  certifiedWords,
  guidanceWords,
  NOT_APPROVED,
  NOT_CPD,
  passedWords,
  practisedWords,
  reportedWords,
} from './certificate-words.ts';
import { drawQrCode } from './draw-qr-code.ts';
import { drawThread, THREAD } from './draw-thread.ts';
import type { Standing } from './find-certificate.ts';
import { type Doc, heightOf, type Line, type Style, typeset, writeLines } from './write-text.ts';

const LEFT = 110;
const WIDTH = 417;
const QR = { y: 648, size: 104 };

const INK = '#1b262c';
const SOFT = '#54626a';
const BRAND: Style = { size: 14, weight: 700, colour: THREAD };
const TITLE: Style = { size: 46, weight: 700, colour: INK, leading: 1.12 };
const HEAD: Style = { size: 26, weight: 700, colour: INK, leading: 1.14 };
const LEAD: Style = { size: 14, weight: 400, colour: SOFT };
const TEXT: Style = { size: 14, weight: 400, colour: INK };
const STRONG: Style = { ...TEXT, weight: 700 };
const SMALL: Style = { size: 11, weight: 400, colour: SOFT };
const SMALL_STRONG: Style = { ...SMALL, colour: INK };
const ADDRESS: Style = { ...SMALL, colour: THREAD };
const CODE: Style = { size: 22, weight: 700, colour: INK };

/** Where the name's last line ends: a second line grows upwards. */
const NAME_BOTTOM = 292;
const GUIDANCE_TOP = 470;
const NAME_SIZES = [40, 36, 32, 28, 24, 20, 16];
const MODULE_SIZES = [28, 24, 20, 17];
/** Smaller than this, a title had better take two lines. */
const LARGE = 24;

/** pdfkit knows the standard; its types do not yet. */
const PDF_UA: object = { subset: 'PDF/UA' };

/** @param verifyUrl where anybody can check it */
export async function certificatePdf(found: Standing, verifyUrl: string): Promise<Buffer> {
  const { record } = found;
  const issued = new Date(record.issuedAt);
  const doc = new Document({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    ...PDF_UA,
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: titleOf(found), Author: 'Standpoint', CreationDate: issued, ModDate: issued },
  });
  const whole = buffer(doc);
  const page = doc.struct('Document');
  doc.addStructure(page);
  const name = nameLines(record.name, verifyUrl);
  drawThread(doc, [150, NAME_BOTTOM - name.style.size * 0.5, GUIDANCE_TOP + 9]);
  const write = writerOn(doc, page);
  writeWhat(write, found, name);
  write('P', practisedWords(record), STRONG, GUIDANCE_TOP);
  const below = write('P', guidanceWords(record), SMALL, GUIDANCE_TOP + 26);
  const reported = reportedWords(record);
  if (reported !== undefined) write('P', reported, SMALL_STRONG, below + 8);
  drawCode(doc, page, found, verifyUrl);
  write('P', `${NOT_APPROVED} ${NOT_CPD}`, SMALL, QR.y + QR.size + 18);
  page.end();
  doc.end();
  return whole;
}

/** The document's own title, which readers announce first. pdfkit puts it into XML as it is, so without XML's signs. */
const titleOf = ({ shownCode, record }: Standing): string =>
  `Certificate ${shownCode}: ${record.course.title}, ${certifiedWords(record).title}`
    .replaceAll('&', 'and')
    .replace(/[<>]/g, '');

type Write = (tag: string, text: string | Block, style: Style, y: number, x?: number) => number;

interface Block {
  /** As it is read: in some scripts signs are drawn in another order. */
  readonly text: string;
  readonly lines: readonly Line[];
  readonly style: Style;
}

/** Writes one element of the page, and answers where the next may begin. */
function writerOn(doc: Doc, page: PDFKit.PDFStructureElement): Write {
  return (tag, text, style, y, x = LEFT) => {
    const lines = typeof text === 'string' ? linesOf(text, style, LEFT + WIDTH - x) : text.lines;
    let next = y;
    page.add(
      doc.struct(tag, typeof text === 'string' ? {} : { actual: text.text }, () => {
        next = writeLines(doc, lines, style, x, y);
      }),
    );
    return next;
  };
}

/** Who finished what, and when. */
function writeWhat(write: Write, { record, passed }: Standing, name: Block): void {
  write('P', 'Standpoint', BRAND, 84);
  write('H1', 'Certificate', TITLE, 116);
  write('P', name, name.style, NAME_BOTTOM - heightOf(name.lines, name.style));
  const { title, of } = certifiedWords(record);
  write('P', passedWords(record, passed), LEAD, NAME_BOTTOM + 10);
  const head = fitted(title, HEAD, MODULE_SIZES) ?? { text: title, lines: linesOf(title, HEAD, WIDTH), style: HEAD };
  const below = write('H2', head, head.style, NAME_BOTTOM + 42);
  write('P', of, TEXT, below + 4);
}

/** The name in two lines at most where its length allows that; where no font has its letters, where it can be read. */
function nameLines(name: string, verifyUrl: string): Block {
  const drawn = fitted(name, HEAD, NAME_SIZES);
  if (drawn) return drawn;
  const text = `The name on this certificate is in letters that this file cannot draw. It stands in full at ${verifyUrl}`;
  return { text, lines: linesOf(text, STRONG, WIDTH), style: STRONG };
}

/** The text in one line where it can stand large, else in the largest size that takes two; in the smallest, in any. */
function fitted(text: string, style: Style, sizes: readonly number[]): Block | undefined {
  const set = typeset(text, style.weight);
  if (!set) return undefined;
  const blocks = sizes.map((size): Block => ({ text, lines: set.lines(size, WIDTH), style: { ...style, size } }));
  const inLines = (most: number, smallest: number): Block | undefined =>
    blocks.find((one) => one.lines.length <= most && one.style.size >= smallest);
  return inLines(1, LARGE) ?? inLines(2, 0) ?? blocks.at(-1);
}

/** @throws Error where a word of the certificate itself has a letter that no font has */
function linesOf(text: string, { weight, size }: Style, width: number): Line[] {
  const set = typeset(text, weight);
  if (!set) throw new Error(`No font can draw "${text}".`);
  return set.lines(size, width);
}

function drawCode(doc: Doc, page: PDFKit.PDFStructureElement, found: Standing, verifyUrl: string): void {
  // PDF/UA wants to know where a figure stands; pdfkit's types do not know that it can be told.
  const figure = { alt: `QR code that leads to ${verifyUrl}`, bbox: [LEFT, QR.y, LEFT + QR.size, QR.y + QR.size] };
  page.add(
    doc.struct('Figure', figure, () => {
      drawQrCode(doc, verifyUrl, LEFT, QR.y, QR.size);
    }),
  );
  const beside = LEFT + QR.size + 26;
  const write = writerOn(doc, page);
  const below = write('P', found.shownCode, CODE, QR.y - 4, beside);
  const top = write('P', `Issued ${found.issued}. Anybody can check it here:`, SMALL, below + 6, beside);
  const lines = linesOf(verifyUrl, ADDRESS, LEFT + WIDTH - beside);
  const link = doc.struct('Link');
  page.add(link);
  link.add(() => {
    writeLines(doc, lines, ADDRESS, beside, top + 2);
  });
  // A String object becomes a text of the PDF; a bare string would become one of its names.
  const Contents: string = Object('Check this certificate');
  const inside = { Contents, structParent: link };
  doc.link(beside, top + 2, LEFT + WIDTH - beside, heightOf(lines, ADDRESS), verifyUrl, inside);
  link.end();
}
