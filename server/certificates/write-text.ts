/** Text on a page of a PDF: broken into lines, each line in runs of one font. Sizes and places are in points. */
import type PDFDocument from 'pdfkit';
import { cutterFor, lettersOf, type Run, type Weight } from './faces.ts';

export type Doc = InstanceType<typeof PDFDocument>;

export interface Style {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  /** From one line to the next, in sizes. */
  readonly leading?: number;
}

/** The runs of one line. */
export type Line = readonly Run[];

/** A text that can be broken at any size: shaping it is what costs, so that is done once. */
export interface Typeset {
  readonly lines: (size: number, width: number) => Line[];
}

interface Word {
  readonly text: string;
  /** In sizes: with the space that it may end in, and without. */
  readonly advance: number;
  readonly ink: number;
}

const LEADING = 1.35;

/** Undefined where the fonts lack a letter of it. */
export function typeset(text: string, weight: Weight): Typeset | undefined {
  const cut = cutterFor(text, weight);
  if (!cut) return undefined;
  const advanceOf = (part: string): number => cut(part).reduce((sum, run) => sum + advance(run), 0);
  const measure = (part: string): Word => {
    const ink = advanceOf(part.trimEnd());
    return { text: part, ink, advance: /\s$/.test(part) ? ink + advanceOf(' ') : ink };
  };
  const words = text.split(/(?<=[\s-])/).map(measure);
  return {
    lines: (size, width) => {
      const room = width / size;
      const fitting = words.flatMap((word) => (word.ink <= room ? [word] : lettersOf(word.text).map(measure)));
      // A line keeps the space it ends in, or a reader would join its last word to the next line.
      return fill(fitting, room).map(cut);
    },
  };
}

/** As many words to a line as there is room for. */
function fill(words: readonly Word[], room: number): string[] {
  const lines: string[] = [];
  let taken = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (taken + word.ink <= room) {
      lines.push(`${lines.pop()}${word.text}`);
      taken += word.advance;
    } else {
      lines.push(word.text);
      taken = word.advance;
    }
  }
  return lines;
}

/** How high lines stand, from the top of the first to the bottom of the last. */
export const heightOf = (lines: readonly Line[], { size, leading = LEADING }: Style): number =>
  lines.length * size * leading;

/** Draws the lines with the top of the first at `y`, and answers where the next may begin. */
export function writeLines(doc: Doc, lines: readonly Line[], style: Style, x: number, y: number): number {
  const { size, colour, leading = LEADING } = style;
  doc.fillColor(colour).fontSize(size);
  for (const [index, runs] of lines.entries()) {
    const baseline = y + size * (leading * index + 1);
    let left = x;
    for (const run of runs) {
      doc.registerFont(run.face.key, run.face.source).font(run.face.key);
      doc.text(run.text, left, baseline, { lineBreak: false, baseline: 'alphabetic' });
      if (run !== runs.at(-1)) left += advance(run) * size;
    }
  }
  return y + heightOf(lines, style);
}

/** In sizes. */
const advance = ({ text, face }: Run): number => face.font.layout(text).advanceWidth / face.font.unitsPerEm;
