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

/** What to look at, and in the end what to send to whoever helps. */
export const troubleSteps = (preset: PresetId): readonly string[] => [
  ...GUIDES[preset].trouble,
  'Still not? Ask the learner to click into the module and press Ctrl and F9. It shows every call to your system, with its answer, to copy and send to support. It names nobody.',
];

export const helpPath = (preset: PresetId): string => `/packages/help/${preset}`;
