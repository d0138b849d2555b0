import { type Html, html } from '../../../courses/blocks/html.ts';
import type { Weigh } from '../../../courses/model/decisions.ts';
import type { Draft } from '../remembered.ts';

/** Five places between two pulls, named for those who do not see where they stand. */
export const places = ({ between: [first, second] }: Weigh): readonly string[] => [
  first.pull,
  `Nearer to “${first.pull}”`,
  'Half way between',
  `Nearer to “${second.pull}”`,
  second.pull,
];

export function weighView(decision: Weigh, draft: Draft): Html {
  const [first, second] = decision.between;
  return html`<div class="weighing"><p class="pull" aria-hidden="true"><b>Standard ${first.standard}</b> ${first.pull}</p>
<div class="places">${places(decision).map(
    (name, index) =>
      html`<label><input type="radio" name="chosen" value="${index + 1}"${
        draft.chosen?.includes(String(index + 1)) && html` checked`
      }><span class="hidden-text">${name}</span></label>`,
  )}</div><p class="pull" aria-hidden="true"><b>Standard ${second.standard}</b> ${second.pull}</p></div>`;
}
