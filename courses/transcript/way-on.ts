/** Where a scene leads, as links within the transcript. */
import { type Html, html } from '../blocks/html.ts';
import type { Goto } from '../model/decisions.ts';
import type { Scenario } from '../model/schema.ts';

/** The address of a scene within the page: story ids are unique in a course, scene ids in a story. */
export const sceneId = (scenario: Pick<Scenario, 'id'>, scene: string): string => `${scenario.id}-${scene}`;

export function wayOn(to: Goto, scenario: Scenario): Html {
  const scenes = typeof to === 'string' ? [to] : [...new Set(to.map((one) => one.scene))];
  const links = scenes.map((scene, index) => {
    const title = scenario.scenes.find((one) => one.id === scene)?.title ?? scene;
    return html`${index > 0 && ' or '}<a href="#${sceneId(scenario, scene)}">${title}</a>`;
  });
  return html`<p class="way-on">Goes on at ${links}${links.length > 1 && ', after what you decided before'}.</p>`;
}
