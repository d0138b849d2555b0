/** What is checked, in words for the person who runs the LMS, and what to change where it is not so. */
export interface Check {
  readonly good: string;
  readonly bad: string;
  readonly change: string;
  /** Packages work in spite of it. */
  readonly minor?: true;
}

export const CHECKS = {
  api: {
    good: 'The test finds your LMS.',
    bad: 'The test finds no LMS around it.',
    change:
      'Launch it from your LMS, as a learner does. If you did, the LMS has to open it in a frame or window of its own, from the same address.',
  },
  session: {
    good: 'Your LMS opens a session.',
    bad: 'Your LMS does not open a session.',
    change: 'Close every other window of this test, and launch it again. Allow more than one attempt.',
  },
  standard: {
    good: 'Your LMS took it for the standard that it is of.',
    bad: 'Your LMS took it for another standard.',
    change: 'Import it again as what it is, or take packages of the other standard.',
    minor: true,
  },
  mode: {
    good: 'What the learner does is recorded.',
    bad: 'Your LMS calls this a preview or a review, in which nothing may be recorded.',
    change: 'Launch it as a test learner who is enrolled, and not by a preview.',
  },
  values: {
    good: 'Your LMS takes every value.',
    bad: 'Your LMS refuses values that every package sends.',
    change: 'Try the package for another standard. Send this report to the maker of your LMS.',
  },
  commit: {
    good: 'Your LMS says that it saves.',
    bad: 'Your LMS refuses to save.',
    change: 'Is the test learner signed in and enrolled, with an attempt left? If so, send this report to its maker.',
  },
  kept: {
    good: 'What is saved can be read back at once.',
    bad: 'Your LMS says that it saves, and then does not have what was saved.',
    change: 'Is tracking turned on for this item? If so, send this report to the maker of your LMS.',
  },
  length: {
    good: 'There is room for 4,000 characters of progress.',
    bad: 'Your LMS cuts the learner’s place short.',
    change: 'Take single modules rather than a whole course. Ask its maker for 4,000 characters of suspend_data.',
  },
  unchanged: {
    good: 'The learner’s place comes back letter by letter.',
    bad: 'Your LMS changes the learner’s place.',
    change: 'Send this report to the maker of your LMS: suspend_data has to come back as it was sent.',
  },
  incomplete: {
    good: 'The status stays incomplete until the pass.',
    bad: 'Your LMS changed the status before the pass.',
    change: 'Remove any mastery score, and any rule that completes the item when it is opened or closed.',
  },
  record: {
    good: 'The second launch finds the record of the first.',
    bad: 'Your LMS began anew at the second launch, or kept nothing.',
    change: 'Let the last attempt go on: no new attempt at each launch (in Moodle, “Force new attempt” is “No”).',
  },
  resume: {
    good: 'The learner goes on where they were.',
    bad: 'Your LMS forgets the learner’s place between launches, and keeps the rest.',
    change:
      'Look for a setting to resume or bookmark, and turn it on. If there is none, send this report to its maker.',
  },
  pass: {
    good: 'Your LMS takes a pass.',
    bad: 'Your LMS does not take a pass.',
    change: 'Download packages that report a pass as completed. Remove any mastery score.',
  },
  score: {
    good: 'Your LMS takes the score.',
    bad: 'Your LMS does not take the score, or changes it.',
    change: 'Set the highest score to 100, or download packages that report no score.',
    minor: true,
  },
  'pass-kept': {
    good: 'The pass is still there at the third launch.',
    bad: 'Your LMS took the pass back.',
    change: 'Let the best attempt count, and no launch begin a new one. Remove any mastery score.',
  },
  'look-back': {
    good: 'The learner can look back after the pass.',
    bad: 'After the pass, your LMS no longer has the learner’s place.',
    change: 'Nothing has to be changed: the pass stands. Learners who come back begin anew.',
    minor: true,
  },
  closing: {
    good: 'What is saved while the window closes arrives.',
    bad: 'What is saved while the window closes is lost.',
    change: 'Tell learners to press “Save and exit” rather than close the window.',
    minor: true,
  },
  end: {
    good: 'The session ends as it should.',
    bad: 'Your LMS does not let the session end.',
    change: 'Send this report to the maker of your LMS. The time that learners spend may not be counted.',
    minor: true,
  },
  decisions: {
    good: 'Your LMS takes single decisions.',
    bad: 'Your LMS refuses single decisions.',
    change: 'Leave them out at the download, as is usual.',
    minor: true,
  },
  certificate: {
    good: 'Your LMS keeps a certificate’s code beside the learner’s record.',
    bad: 'Your LMS keeps no certificate’s code beside the learner’s record.',
    change: 'Learners are told to write it down. It matters only for packages that ask our server for certificates.',
    minor: true,
  },
  name: {
    good: 'Your LMS says the learner’s name, for certificates.',
    bad: 'Your LMS does not say the learner’s name.',
    change: 'Learners who want a certificate write it themselves.',
    minor: true,
  },
  learner: {
    good: 'Your LMS says who is learning, so that two people at one computer are kept apart.',
    bad: 'Your LMS does not say who is learning.',
    change: 'People who share a computer should not share a browser profile.',
    minor: true,
  },
  storage: {
    good: 'The browser keeps what your LMS does not take at once.',
    bad: 'The browser keeps nothing, so what your LMS does not take at once is lost.',
    change: 'Allow your LMS’s address to store data in the browser.',
    minor: true,
  },
  speed: {
    good: 'Saving takes less than two seconds.',
    bad: 'Saving takes two seconds or more, and the page stands still meanwhile.',
    change: 'Try again at a quiet hour. If it stays, send this report to whoever runs your LMS’s server.',
    minor: true,
  },
} as const satisfies Readonly<Record<string, Check>>;

export type CheckId = keyof typeof CHECKS;

export interface Result {
  readonly ok: boolean;
  /** What was seen, in the standard's own terms. */
  readonly seen: string;
}

/** Of SCORM, where no other checks are named. */
export type Results<Id extends string = CheckId> = Readonly<Partial<Record<Id, Result>>>;

/** What went wrong once stays wrong. */
export function withResult<Id extends string>(
  results: Results<Id>,
  id: NoInfer<Id>,
  ok: boolean,
  seen = '',
): Results<Id> {
  return results[id]?.ok === false ? results : { ...results, [id]: { ok, seen: ok ? '' : seen } };
}
