/** Counting hands: a number beside each choice, and the choice that most of the room took. */
import { type Html, html } from '../../courses/blocks/html.ts';
import type { Choice, Choose } from '../../courses/model/decisions.ts';
import type { Answer } from '../../courses/model/judge.ts';

export function countView({ ask, hint }: Choose, choices: readonly Choice[]): Html {
  return html`<form class="ask stop now" novalidate><fieldset class="hands" aria-describedby="hint error"><legend><h2>${ask}</h2></legend>
<p class="hint" id="hint">${hint && `${hint} `}How many hands for each?</p>
<p class="error" id="error" tabindex="-1" hidden></p>
${choices.map(
  (one) =>
    html`<label class="choice"><input type="number" name="${one.id}" min="0" max="99" inputmode="numeric" placeholder="0"><span>${one.text}</span></label>`,
)}</fieldset>
<button type="submit" class="primary">See what happens</button></form>`;
}

/** Hands by choice, as they stand in the form; an empty or impossible number counts as none. */
export function handsIn(form: HTMLFormElement): ReadonlyMap<string, number> {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type=number]')];
  return new Map(inputs.map((one) => [one.name, Math.max(0, Math.floor(Number(one.value) || 0))]));
}

/** ", with 4 of 7 hands", said of the choice with most. */
export function handsWords(hands: ReadonlyMap<string, number>): string {
  const counts = [...hands.values()];
  const all = counts.reduce((sum, one) => sum + one, 0);
  return `, with ${Math.max(...counts)} of ${all} ${all === 1 ? 'hand' : 'hands'}`;
}

/** The choice with most hands; undefined where none was counted, or two are level. */
export function mostHands(hands: ReadonlyMap<string, number>): Answer | undefined {
  const most = Math.max(0, ...hands.values());
  const [first, ...level] = [...hands].filter(([, count]) => count === most && most > 0);
  return first && level.length === 0 ? { chosen: [first[0]] } : undefined;
}
