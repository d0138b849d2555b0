/** What a learner can take away: parts of reflect.js. */
import { html } from '../../../courses/blocks/html.ts';

export const takeView = html`<section class="take"><h2>To take with you</h2><p class="actions"><button type="button" class="quiet" data-do="reflect:cpd">Draft your CPD record</button> <button type="button" class="quiet" data-do="reflect:peer">Talk it over with a peer</button> <button type="button" class="quiet" data-do="reflect:calendar">Come back to it</button></p></section>`;
