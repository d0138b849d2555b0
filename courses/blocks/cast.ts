/** The people of a story as its screens show them: name, role, and a drawn face of two letters. */
import type { Flags } from '../model/conditions.ts';
import type { Scenario } from '../model/schema.ts';
import { type Html, html } from './html.ts';

/** What a block needs to know besides itself: who is who, and what has happened. */
export interface Cast {
  readonly people: Scenario['people'];
  readonly flags: Flags;
}

/** A person's name; the learner is "You". Somebody who is only named stands as written. */
export const nameOf = ({ people }: Cast, person: string): string =>
  person === 'me' ? 'You' : (people?.[person]?.name ?? person);

export const roleOf = ({ people }: Cast, person: string): string | undefined => people?.[person]?.role;

/** A list as people say it: "Kelly, Tom and you". */
export function namesOf(cast: Cast, list: readonly string[]): string {
  const names = list.map((one, index) => (one === 'me' && index > 0 ? 'you' : nameOf(cast, one)));
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

const FACES = 5;

/** Two letters in a circle. Decoration: the name always stands beside it. */
export function face(name: string): Html {
  const words = name.match(/[\p{L}\p{N}’]+/gu) ?? ['?'];
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => (word ?? '').slice(0, 1)).join('');
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return html`<span class="face face-${sum % FACES}" aria-hidden="true">${letters.toUpperCase()}</span>`;
}
