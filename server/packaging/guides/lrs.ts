import type { Guide } from './guide.ts';

export const lrs: Guide = {
  import: [
    'Import the zip as it is, as a cmi5 course. Do not unzip it.',
    'Leave “move on” at completed and passed, as the package has it.',
    'Allow it to be launched as often as people like, in the same registration.',
    'Let it open instead of the page or in a window of its own, with an address to come back to, if you can choose.',
  ],
  settings: [
    {
      name: 'Mastery score',
      value: 'As it comes, or your own',
      why: 'The one that you set counts, also a lower one, and learners are told it as the mark.',
    },
    {
      name: 'Addresses that may ask the LRS (CORS)',
      value: 'The one that the module plays from',
      why: 'Only where the two differ. It asks for statements, state and agent profile, sends Authorization, Content-Type, X-Experience-API-Version, If-Match and If-None-Match, and wants to see ETag.',
    },
  ],
  update: [
    'Import the newer zip over this one. Its course and its unit keep their ids, so people who are under way go on where they were.',
    'If your system cannot replace a course, add the new one beside it and hide the old one from people who have not begun.',
  ],
  trouble: [
    'Does it say that no session was opened? Close it, and open it again from the system: each launch works once. Loading the page again with the browser’s button ends it.',
    'Was it opened to browse or to review? Then nothing is recorded but that it was open.',
    'Does the learner’s score stay the same after a better try? cmi5 takes one pass in a registration. Enrol them anew for another.',
    'The module says on its own page whether your system took the last save.',
  ],
  evidence: [
    {
      sure: 'seen',
      text: 'Packages are taken to a pass by tests in Chromium, in an LRS that refuses every wrong word. We have not run them in a system that you can buy.',
      on: 'November 2026',
    },
  ],
};
