/** What stands in the boxes of a CPD draft at first: the learner's own decisions and words, for them to go on from. */
import type { CpdField } from '../../courses/cpd/form.ts';
import type { State } from '../../courses/model/engine.ts';
import { serves, sureButNot, trailOf } from '../player/shared.ts';
import type { Kit } from './reflect.ts';
import { dateOf, modulesOf, takesOf } from './taken.ts';

/** More would be a transcript, and they are to choose. */
const DECISIONS = 4;

export function startOf({ start }: CpdField, kit: Kit): string {
  const { guidance, modules } = kit.pkg.content;
  const takes = takesOf(kit);
  const facts: Readonly<Record<string, () => string>> = {
    modules: () => modulesOf(kit),
    guidance: () => guidance.title,
    question: () => modules.map((one) => one.question).join(' '),
    date: () => dateOf(kit.now),
    decisions: () => decisionsIn(takes),
    reflections: () => reflectionsIn(takes, kit),
  };
  return start.replace(/\{(\w+)\}/g, (_, name: string) => facts[name]?.() ?? '').trim();
}

/**
 * What did not serve, those they were sure of first; where all served, what they did well. The course's own reasons are
 * not put into their mouth: each sentence is theirs to finish.
 */
function decisionsIn(takes: readonly State[]): string {
  const stops = takes.flatMap(trailOf).flatMap((stop) => {
    const { rating } = stop.step.judged;
    return rating ? [{ ...stop, served: serves({ rating }) }] : [];
  });
  const turned = stops.filter((one) => !one.served);
  const told = turned.length > 0 ? turned : stops;
  return [...told]
    .sort((one, other) => Number(sureButNot(other)) - Number(sureButNot(one)))
    .slice(0, DECISIONS)
    .map(
      ({ title, said, served }) =>
        `At “${title}” I chose: ${ended(said)} ${served ? 'I did, because …' : 'Now I see that …'}\n\n`,
    )
    .join('');
}

/** A choice may be a phrase, a sentence, or what somebody says. */
const ended = (said: string): string => (/[.!?][’”]?$/.test(said) ? said : `${said}.`);

const reflectionsIn = (takes: readonly State[], { words }: Kit): string =>
  takes
    .flatMap(({ scenario, steps }) => steps.map((one) => ({ ...one, written: words(scenario.id, one.scene.id) })))
    .filter(({ decision, written }) => decision.kind === 'write' && written)
    .map(({ decision, written }) => `${decision.ask} I wrote: ${written}\n\n`)
    .join('');
