/** What a learner is told of a hard story before it begins, in the same words wherever it is offered. */
import type { Scenario } from './schema.ts';

/** Undefined where there is nothing to warn of. */
export const touchesOnWords = ({ touchesOn }: Scenario): string | undefined =>
  touchesOn && `This story touches on ${touchesOn}.`;

/** No service is named: which there are is for the employer to say. */
export const MAY_STOP =
  'You can stop at any point. If a story stays with you, or you want to leave it out, talk to your supervisor or somebody you trust.';
