/** SCORM in the storm: the strict LMS, its calls made to fail by chance. */
import type { CallName, Fault, LaunchOptions } from '../support/strict-lms/record.ts';
import type { StrictLms } from '../support/strict-lms/strict-lms.ts';
import { bare, type Lms } from './lms.ts';
import type { Dice } from './seeded.ts';

const ELEMENTS = {
  '1.2': { status: 'cmi.core.lesson_status', score: 'cmi.core.score.raw' },
  '2004': { status: 'cmi.success_status', score: 'cmi.score.raw' },
} as const;

export function scormLms(lms: StrictLms, kind: keyof typeof ELEMENTS, dice: Dice): Lms {
  let trouble: Partial<LaunchOptions> = {};
  let wasReloaded = false;
  const { status, score } = ELEMENTS[kind];
  return {
    launch: (weather) => {
      trouble = weather === 'calm' ? {} : { slow: dice.chance(0.2) ? dice.roll(15) : 0, faults: faults(dice) };
      return lms.launch({
        ...trouble,
        ...(weather === 'review' && { mode: dice.pick(['review', 'browse'] as const) }),
      });
    },
    launchAgain: () => lms.launchAgain(),
    changeWindow: () => lms.changeWindow(),
    closeOther: () => lms.closeOther(),
    reload: () => lms.reload(),
    reloadFrame: () => {
      wasReloaded = true;
      return lms.reloadFrame();
    },
    removeFrame: () => lms.removeFrame(),
    leave: () => lms.leave(),
    crash: () => lms.crash(),
    setOffline: (offline) => lms.setOffline(offline),
    update: (files) => lms.update(files),
    empty: () => lms.reset(),
    held: async () => {
      const { values } = await lms.record();
      return {
        path: bare(values['cmi.suspend_data'] ?? ''),
        status: values[status] ?? '',
        score: values[score] ?? '',
      };
    },
    violations: async () =>
      (await lms.violations())
        // A frame that is loaded again cannot know that its page has had its session.
        .filter(({ id }) => !(wasReloaded && id.endsWith('.initialize-once')))
        .map(({ id, text }) => `${id}: ${text}`),
    trouble: () => JSON.stringify(trouble),
    close: () => lms.close(),
  };
}

const CALLS: readonly CallName[] = ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'SetValue', 'Commit', 'Commit'];

/** In a third of the launches nothing fails; in the others some calls in a row, once or twice. */
function faults(dice: Dice): Fault[] {
  return Array.from({ length: dice.roll(3) }, () => {
    const call = dice.pick(CALLS);
    const from = firstOf(call, dice);
    return { call, from, to: from + dice.roll(7), how: dice.pick(HOW[call]) };
  });
}

function firstOf(call: CallName, dice: Dice): number {
  if (call === 'Initialize' || call === 'Terminate') return 1;
  if (call === 'Commit') return 1 + dice.roll(8);
  // What a launch reads first matters most: whether there is a record.
  return call === 'GetValue' && dice.chance(0.5) ? 1 : 1 + dice.roll(40);
}

const HOW: Readonly<Record<CallName, readonly Fault['how'][]>> = {
  Initialize: ['false', 'throw'],
  Terminate: ['false', 'throw'],
  GetValue: ['false', 'throw'],
  SetValue: ['false', 'throw', 'forgets'],
  Commit: ['false', 'throw', 'lost'],
};
