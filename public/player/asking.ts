/** A decision's form in the page: what it holds, moving and marking, and what is said where an answer is missing. */
import type { Decision } from '../../courses/model/decisions.ts';
import type { Answer } from '../../courses/model/judge.ts';
import type { Draft } from './remembered.ts';

/** The form as it stands, complete or not. */
export function readDraft(form: HTMLFormElement): Draft {
  const chosen = [
    ...[...form.querySelectorAll<HTMLInputElement>('[name=chosen]:checked')].map((one) => one.value),
    ...[...form.querySelectorAll<HTMLElement>('[data-mark][aria-pressed=true]')].map((one) => one.dataset.mark ?? ''),
    ...[...form.querySelectorAll<HTMLElement>('li[data-id]')].map((one) => one.dataset.id ?? ''),
  ];
  const confidence = form.querySelector<HTMLInputElement>('[name=sure]:checked')?.value;
  const words = form.querySelector<HTMLTextAreaElement>('[name=words]')?.value;
  return { chosen, ...(confidence !== undefined && { confidence }), ...(words !== undefined && { words }) };
}

/** The answer, or undefined where nothing is chosen yet. */
export function answerOf(decision: Decision, { chosen = [], confidence }: Draft): Answer | undefined {
  if (decision.kind === 'write') return { chosen: ['w'] };
  if (chosen.length === 0) return undefined;
  const declared = 'choices' in decision && decision.kind !== 'order' ? decision.choices.map((one) => one.id) : [];
  // Marked phrases stand in the order of the text; a path has them in the order in which they are declared.
  const ordered = declared.length > 0 ? declared.filter((id) => chosen.includes(id)) : chosen;
  return { chosen: ordered, ...(confidence !== undefined && { confidence: Number(confidence) }) };
}

/** Says in the form what is missing, and takes the learner there. */
export function showMissing(form: HTMLFormElement, words: string): void {
  const error = form.querySelector<HTMLElement>('.error');
  if (!error) return;
  error.textContent = words;
  error.hidden = false;
  error.focus();
}

/** Marking and moving. The answer says whether the click was one of the two. */
export function press(target: Element, announce: (words: string) => void): boolean {
  const mark = target.closest<HTMLElement>('[data-mark]');
  if (mark) {
    mark.setAttribute('aria-pressed', String(mark.getAttribute('aria-pressed') !== 'true'));
    return true;
  }
  const mover = target.closest<HTMLElement>('[data-move]');
  const item = mover?.closest('li');
  if (!mover || !item) return false;
  const neighbour = mover.dataset.move === 'up' ? item.previousElementSibling : item.nextElementSibling;
  if (neighbour && mover.dataset.move === 'up') neighbour.before(item);
  else neighbour?.after(item);
  mover.focus();
  announce(placeOf(item));
  return true;
}

/** Where an item of an order now stands, in words. */
export function placeOf(item: Element): string {
  const items = [...(item.parentElement?.children ?? [])];
  const text = item.querySelector('.text')?.textContent ?? '';
  return `${text}: now ${items.indexOf(item) + 1} of ${items.length}`;
}
