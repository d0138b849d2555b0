import type { Guide } from './guide.ts';

export const generic: Guide = {
  import: [
    'Import the zip as it is, as a SCORM package. Do not unzip it.',
    'Allow it to be launched as often as people like.',
    'Let the last attempt go on, rather than start anew.',
    'Leave any mastery score or pass mark of the system’s own empty.',
    'Let it open in a window of its own, if you can choose.',
  ],
  update: [
    'Import the newer zip over this one. It has the same identifiers, so people who are under way go on where they were.',
    'If your system cannot replace a package, add the new one beside it and hide the old one from people who have not begun.',
  ],
  trouble: [
    'Let the learner launch it again, go to the result, and press “Save and exit”. Some systems save only then.',
    'Was it opened as a preview or a review? Then nothing is recorded.',
    'Does the system wait for “completed”? Download it again, and choose that a pass is reported as completed.',
    'The module says on its own page whether your system took the last save.',
  ],
  evidence: [
    {
      sure: 'seen',
      text: 'Packages are taken to a pass by tests in Chromium, in an LMS that refuses every wrong call, and in scorm-again.',
      on: 'November 2026',
    },
  ],
};
