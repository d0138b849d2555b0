/** What is checked in an LMS that speaks cmi5, in words for the person who runs it or its learning record store (LRS). */
import { CHECKS, type Check, type Results } from '../checks.ts';

const MAKER = 'Send this report to the maker of your LMS.';

export const CMI5_CHECKS = {
  launch: {
    good: 'Your LMS launches it as cmi5.',
    bad: 'The test finds no cmi5 launch in its address.',
    change: 'Import it as a cmi5 course, and launch it from your LMS, as a learner does.',
  },
  reach: {
    good: 'The package reaches your LRS.',
    bad: 'The package cannot reach your LRS.',
    change:
      'Let the address that packages play from ask it (CORS): GET, PUT and POST, with the headers Authorization, Content-Type, X-Experience-API-Version, If-Match and If-None-Match. Is a firewall between them?',
  },
  token: {
    good: 'Your LMS gives each launch a token.',
    bad: 'Your LMS gave this launch no token.',
    change: `Launch it anew each time, and not from a bookmark. If you did: each launch needs an address of its own that gives a token. ${MAKER}`,
  },
  access: {
    good: 'Your LRS takes the token.',
    bad: 'Your LRS refuses the token that your LMS gave.',
    change: 'Let the token of a launch read and write state, read agent profiles, and write statements.',
  },
  'launch-data': {
    good: 'Your LMS says what the launch is for.',
    bad: 'Your LMS wrote no LMS.LaunchData that can be read.',
    change: `It is due before each launch, for the activity, the actor and the registration of its address. ${MAKER}`,
  },
  state: {
    good: 'The learner’s place can be asked for.',
    bad: 'Your LRS does not say whether there is a place of the learner.',
    change:
      'Send this report to the maker of your LRS: a state document that there is not has to be answered with 404.',
  },
  session: {
    good: 'Your LMS opens a session.',
    bad: 'The session of this page is over.',
    change: 'Close it, and launch it again from your LMS. Loading the page again is no launch.',
  },
  mode: CHECKS.mode,
  statements: {
    good: 'Your LRS takes the statements that every package sends.',
    bad: 'Your LRS refuses statements that every package sends.',
    change: 'Let the token of a launch write statements. If it may, send this report to the maker of your LRS.',
  },
  commit: {
    good: 'Your LRS says that it saves.',
    bad: 'Your LRS refuses to save.',
    change: 'Let the token of a launch write state. If it may, send this report to the maker of your LRS.',
  },
  conditions: {
    good: 'Your LRS takes If-Match and If-None-Match.',
    bad: 'Your LRS refuses to save where If-Match or If-None-Match says what is written over.',
    change: 'Allow both headers (CORS), also in any proxy before it. If they are, send this report to its maker.',
  },
  kept: { ...CHECKS.kept, bad: 'Your LRS says that it saves, and then does not have what was saved.' },
  length: {
    ...CHECKS.length,
    bad: 'Your LRS has no room for the learner’s place.',
    change: 'Take single modules rather than a whole course. Let state documents have 8 KiB, also in any proxy.',
  },
  unchanged: {
    ...CHECKS.unchanged,
    bad: 'Your LRS changes the learner’s place.',
    change: 'Send this report to the maker of your LRS: a state document has to come back as it was sent.',
  },
  registration: {
    good: 'Each launch is of the same registration.',
    bad: 'Your LMS began a new registration at this launch.',
    change: 'Let people launch as often as they like in one registration.',
  },
  resume: {
    ...CHECKS.resume,
    bad: 'Your LRS forgets the learner’s place between launches.',
    change:
      'Is state emptied when a session ends? It has to stay as long as the registration. Send this report to its maker.',
  },
  pass: {
    good: 'Your LRS takes a pass.',
    bad: 'Your LRS does not take a pass.',
    change: `Leave “move on” at completed and passed, and test with a new test learner. If it stays: ${MAKER}`,
  },
  'pass-kept': {
    ...CHECKS['pass-kept'],
    bad: 'The pass is gone at the third launch.',
    change: 'Are statements voided or deleted? Send this report to the maker of your LRS.',
  },
  'look-back': CHECKS['look-back'],
  score: {
    good: 'Your LRS keeps the score.',
    bad: 'Your LRS loses the score, or changes it.',
    change: 'The pass counts without it. Send this report to the maker of your LRS.',
    minor: true,
  },
  readable: {
    good: 'The package reads its own statements.',
    bad: 'Your LRS does not let the package read its own statements.',
    change: 'Learners see no receipt of what your LMS holds. Let the token of a launch read them, if you can.',
    minor: true,
  },
  etag: {
    good: 'Your LRS shows its ETag.',
    bad: 'Your LRS hides its ETag.',
    change: 'Name ETag in Access-Control-Expose-Headers, so that no window writes over another one’s decisions.',
    minor: true,
  },
  guard: {
    good: 'One window does not write over another.',
    bad: 'Your LRS lets one window write over another.',
    change: 'It has to go by If-Match. Until it does, learners should keep to one window.',
    minor: true,
  },
  closing: CHECKS.closing,
  end: CHECKS.end,
  decisions: CHECKS.decisions,
  certificate: {
    good: 'Your LRS keeps a certificate’s code beside the place.',
    bad: 'Your LRS keeps no certificate’s code beside the place.',
    change: 'Learners are told to write it down. Let packages have state documents of any name.',
    minor: true,
  },
  name: CHECKS.name,
  storage: CHECKS.storage,
  speed: {
    ...CHECKS.speed,
    bad: 'Saving takes two seconds or more.',
    change: 'Try again at a quiet hour. If it stays, send this report to whoever runs your LRS.',
  },
} as const satisfies Readonly<Record<string, Check>>;

export type Cmi5CheckId = keyof typeof CMI5_CHECKS;
export type Cmi5Results = Results<Cmi5CheckId>;
