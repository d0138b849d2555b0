import type { State } from '../../courses/model/engine.ts';

/** Where the room stands: choosing a story, in a scene of it, or hearing what came of a decision. */
export interface Place {
  readonly state: State;
  /** Which of the scenes since the last decision; -1 is what came of that decision. */
  readonly scene: number;
  /** How many hands the last decision had, in words; '' where none were counted. */
  readonly hands?: string;
  /** Where the last decision was asked: a room may see another way, or count again. */
  readonly asked?: Place;
}
