/** The guides by system, and what is the same in each. */
import { blackboard } from './guides/blackboard.ts';
import { canvas } from './guides/canvas.ts';
import { cornerstone } from './guides/cornerstone.ts';
import { esr } from './guides/esr.ts';
import { generic } from './guides/generic.ts';
import type { Guide } from './guides/guide.ts';
import { moodle } from './guides/moodle.ts';
import { successfactors } from './guides/successfactors.ts';
import type { PresetId } from './presets.ts';

export const GUIDES: Readonly<Record<PresetId, Guide>> = {
  generic,
  moodle,
  cornerstone,
  successfactors,
  canvas,
  blackboard,
  esr,
};

/** @param passed what the system says after a pass, in its own word */
export const testSteps = (passed: string): readonly string[] => [
  'Launch it as a test learner. Take one decision, and close the window.',
  'Launch it again: it goes on where you were. Your system says incomplete.',
  `Take every story to its end. Your system says ${passed}.`,
];

export const helpPath = (preset: PresetId): string => `/packages/help/${preset}`;
