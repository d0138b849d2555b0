/**
 * The trail drawn: one line for the way taken, and dimmed ones for the ways that were not. On a wide screen it runs
 * across, on a narrow one downwards. The list below it says the same, so the drawing is one image to a screen reader.
 */
import { type Html, html } from '../../../courses/blocks/html.ts';
import type { Stop } from './trail.ts';

export const mapView = (stops: readonly Stop[], ending: string, turned: readonly Stop[]): Html =>
  html`<div class="maps">${across(stops, ending, turned)}${down(stops, ending, turned)}</div>`;

const drawing = (kind: string, width: number, height: number, count: number, parts: readonly Html[]): Html =>
  html`<svg class="map ${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Your way through ${count} decisions. The list below says the same.">${parts}</svg>`;

const dot = (x: number, y: number, kind: string): Html =>
  html`<circle class="${kind}" cx="${x}" cy="${y}" r="${kind === 'other' ? 5 : 9}"/>`;

/** Words in lines of at most `width` characters; the third line and more are cut short. */
export function wrapped(words: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > 2 ? [lines[0] ?? '', `${lines[1]}…`] : lines;
}

const label = (x: number, y: number, words: string, width: number, kind: string): Html =>
  html`<text class="${kind}" y="${y}">${wrapped(words, width).map(
    (line, index) => html`<tspan x="${x}" dy="${index === 0 ? 0 : 18}">${line}</tspan>`,
  )}</text>`;

/** A label that stands on the line, whether it takes one line or two. */
const heading = (x: number, words: string, width: number): Html =>
  label(x, 66 - wrapped(words, width).length * 18, words, width, '');

function across(stops: readonly Stop[], ending: string, turned: readonly Stop[]): Html {
  const gap = Math.max(150, Math.min(230, 860 / (stops.length + 0.6)));
  const line = 84;
  const forks = Math.max(...stops.map((one) => one.elsewhere.length), 0);
  const at = (index: number): number => 30 + index * gap;
  const end = at(stops.length);
  const parts = stops.flatMap((stop, index) => {
    const x = at(index);
    const others = stop.elsewhere.map((name, place) => {
      const y = line + 54 + place * 52;
      return html`<path class="other" d="M${x} ${line}C${x + 22} ${line} ${x + 8} ${y} ${x + 36} ${y}"/>${dot(x + 40, y, 'other')}${label(x + 52, y + 5, name, Math.floor((gap - 60) / 7.2), 'dim')}`;
    });
    const back =
      stop.rejoins &&
      html`<path class="other back" d="M${x} ${line}C${x + gap * 0.25} ${line + 26} ${x + gap * 0.75} ${line + 26} ${x + gap} ${line}"/>`;
    return [html`${back}${others}`];
  });
  const marks = stops.map(
    (stop, index) =>
      html`${dot(at(index), line, turned.includes(stop) ? 'stop turned' : 'stop')}${heading(at(index) - 9, stop.title, Math.floor((gap - 10) / 7.6))}`,
  );
  return drawing('across', end + 150, line + 40 + forks * 52, stops.length, [
    ...parts,
    html`<path class="mine" d="M${at(0)} ${line}H${end}"/>`,
    ...marks,
    html`${dot(end, line, 'end')}${label(end + 18, line + 5, ending, 17, 'ending')}`,
  ]);
}

function down(stops: readonly Stop[], ending: string, turned: readonly Stop[]): Html {
  const line = 24;
  let y = 26;
  const placed = stops.map((stop) => {
    const at = y;
    y += 62 + stop.elsewhere.length * 40;
    return { stop, at, next: y };
  });
  const others = placed.map(({ stop, at, next }) => {
    const ways = stop.elsewhere.map((name, place) => {
      const to = at + 52 + place * 40;
      return html`<path class="other" d="M${line} ${at}C${line} ${at + 30} ${line + 4} ${to} ${line + 30} ${to}"/>${dot(line + 34, to, 'other')}${label(line + 48, to + 5, name, 24, 'dim')}`;
    });
    const back =
      stop.rejoins &&
      html`<path class="other back" d="M${line} ${at}C${line - 20} ${at + (next - at) * 0.25} ${line - 20} ${at + (next - at) * 0.75} ${line} ${next}"/>`;
    return html`${back}${ways}`;
  });
  return drawing('down', 280, y + 34, stops.length, [
    ...others,
    html`<path class="mine" d="M${line} ${placed[0]?.at ?? y}V${y}"/>`,
    ...placed.map(
      ({ stop, at }) =>
        html`${dot(line, at, turned.includes(stop) ? 'stop turned' : 'stop')}${label(line + 24, at + 5, stop.title, 26, '')}`,
    ),
    html`${dot(line, y, 'end')}${label(line + 24, y + 5, ending, 24, 'ending')}`,
  ]);
}
