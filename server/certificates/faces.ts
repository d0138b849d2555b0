/**
 * The letters that a certificate is written in. A name is never drawn in boxes: which letters a font has is asked of the
 * font itself, as its published range claims more than it holds (of Ọ, ễ and ș it has only the last).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

export type Weight = 400 | 700;

export interface Face {
  /** What the file is called in a document. */
  readonly key: string;
  readonly font: Font;
  /** The same for pdfkit, which also takes fonts that are open already; its types do not say so. */
  readonly source: PDFKit.Mixins.PDFFontSource;
}

/** Letters in a row from one file. */
export interface Run {
  readonly text: string;
  readonly face: Face;
}

/** Ours, and for what it lacks: Vietnamese, Yoruba, Igbo, Cyrillic, Greek and Devanagari. A text keeps to one of them. */
const FAMILIES = [
  { family: 'atkinson-hyperlegible-next', subsets: ['latin', 'latin-ext'] },
  {
    family: 'noto-sans',
    subsets: ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'devanagari'],
  },
] as const;

const files = createRequire(import.meta.url);
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const faces = new Map<string, Face>();

/** Bytes of a font file. */
export function faceFile(family: string, subset: string, weight: Weight): Buffer {
  return readFileSync(files.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`));
}

/** What a reader takes for one letter, such as Ọ̀ or क्षि, each as a string. */
export const lettersOf = (text: string): string[] => Array.from(letters.segment(text), ({ segment }) => segment);

/**
 * Cuts parts of a text where the file changes, all in the one family that has every letter of the text. Undefined where
 * no family has.
 */
export function cutterFor(text: string, weight: Weight): ((part: string) => Run[]) | undefined {
  for (const { family, subsets } of FAMILIES) {
    const faceFor = (letter: string): Face | undefined =>
      subsets.map((subset) => faceOf(family, subset, weight)).find((face) => draws(face, letter));
    if (lettersOf(text).every((letter) => faceFor(letter) !== undefined)) return (part) => runsIn(part, faceFor);
  }
  return undefined;
}

function runsIn(text: string, faceFor: (letter: string) => Face | undefined): Run[] {
  const runs: { text: string; face: Face }[] = [];
  for (const letter of lettersOf(text)) {
    const face = faceFor(letter);
    if (!face) throw new Error(`No font has ${letter}.`);
    const last = runs.at(-1);
    if (last?.face === face) last.text += letter;
    else runs.push({ text: letter, face });
  }
  return runs;
}

const draws = ({ font }: Face, letter: string): boolean =>
  [...letter].every((sign) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));

/** Read when first needed, then kept: nearly every certificate needs the same four. */
function faceOf(family: string, subset: string, weight: Weight): Face {
  const key = `${family}-${subset}-${weight}`;
  const known = faces.get(key);
  if (known) return known;
  const font = create(faceFile(family, subset, weight));
  if (!('layout' in font)) throw new Error(`${key} is a collection of fonts, not one.`);
  const face = { key, font, source: font as unknown as Buffer };
  faces.set(key, face);
  return face;
}
