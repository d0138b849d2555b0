/** What was practised: apart from the outcome, since certificates and sheets ask for it, and a commit does not. */
import type { Content } from './content.ts';
import type { Decision, ScoredDecision } from './decisions.ts';
import { isScored, serves } from './judge.ts';
import type { ModuleOutcome } from './outcome.ts';

/** Clauses that the learner practised on the takes that count, in the order of the guidance. */
export function practised(
  { guidance }: Pick<Content, 'guidance'>,
  outcomes: readonly Pick<ModuleOutcome, 'takes'>[],
): string[] {
  const steps = outcomes.flatMap((one) => one.takes.flatMap((take) => take.steps));
  const ids = new Set(steps.flatMap((step) => practisedIn(step.decision)));
  return guidance.clauses.map((one) => one.id).filter((id) => ids.has(id));
}

const practisedBy = new WeakMap<Decision, readonly string[]>();

/** Clauses that one scored decision practises: a choice that carries the clause serves it, and another misses it. */
export function practisedIn(decision: Decision): readonly string[] {
  // A published decision never changes.
  const known = practisedBy.get(decision);
  if (known) return known;
  const practised = isScored(decision) ? servedAndMissed(decision) : [];
  practisedBy.set(decision, practised);
  return practised;
}

function servedAndMissed(decision: ScoredDecision): string[] {
  const carried = (serving: boolean): Set<string> =>
    new Set(decision.choices.filter((one) => serves(one) === serving).flatMap((one) => one.clauses));
  const missed = carried(false);
  return [...carried(true)].filter((id) => missed.has(id));
}
