/** The guides by system, and what is the same in each. */

import type { Reporting } from '../package-settings.ts';
import type { Standard } from '../package-standards.ts';
import { blackboard } from './guides/blackboard.ts';
import { canvas } from './guides/canvas.ts';
import { cornerstone } from './guides/cornerstone.ts';
import { esr } from './guides/esr.ts';
import { generic } from './guides/generic.ts';
import type { Guide } from './guides/guide.ts';
import { lrs } from './guides/lrs.ts';
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
  lrs,
};

/** SCORM 2004 and cmi5 keep “completed” and “passed” apart, and are told both. */
export const passWord = (standard: Standard, passAs: Reporting['passAs']): string =>
  standard === 'scorm12' ? passAs : 'completed and passed';

export const testSteps = (standard: Standard, passAs: Reporting['passAs']): readonly string[] => [
  'Launch it as a test learner. Take one decision, and close the window.',
  `Launch it again: it goes on where you were. Your system says ${standard === 'cmi5' ? 'that it was begun' : 'incomplete'}.`,
  `Take every story to its end. Your system says ${passWord(standard, passAs)}.`,
];

/** What to look at, and in the end what to send to whoever helps. */
export const troubleSteps = (preset: PresetId): readonly string[] => [
  ...GUIDES[preset].trouble,
  'Still not? Ask the learner to press “Copy a log for support” beside the words at the top, or to click into the module and press Ctrl and F9. It shows every call to your system, with its answer, to copy and send to support. It names nobody.',
];

export const helpPath = (preset: PresetId): string => `/packages/help/${preset}`;
