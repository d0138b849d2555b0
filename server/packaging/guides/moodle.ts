import type { Guide } from './guide.ts';

export const moodle: Guide = {
  import: [
    'In your course, turn editing on and add the activity “SCORM package”.',
    'Drop the zip on “Package file”, as it is. Do not unzip it.',
    'Set what the table says, and save.',
  ],
  settings: [
    {
      name: 'Number of attempts',
      value: 'Unlimited',
      why: 'People may take a story again. A pass is never taken back.',
    },
    { name: 'Force new attempt', value: 'No', why: 'Otherwise each launch begins from nothing.' },
    { name: 'Grading method', value: 'Highest grade', why: 'There is one score, from 0 to 100.' },
    {
      name: 'Require status',
      value: 'Passed',
      why: 'This completes the activity. Tick “Completed” instead if you chose that at the download.',
    },
    { name: 'Minimum score', value: 'Empty', why: 'The package judges by its own mark, and says “passed”.' },
    { name: 'Display package', value: 'New window', why: 'There is more room than in the page, above all on a phone.' },
  ],
  update: [
    'Open the activity’s settings, drop the new zip on the old one, and save. Learners stay where they are.',
    'Or let Moodle fetch it: choose “Downloaded package” as the type, give it the address of the download, and set “Auto-update frequency” to “Every day”. An administrator has to allow that type first.',
    'Do not delete the activity to add it again: its records go with it.',
  ],
  trouble: [
    'Let the learner launch it again, go to the result, and press “Save and exit”.',
    'Was it opened by “Preview”, or to review an attempt? Then nothing is recorded.',
    'Was the learner signed out meanwhile? The module says “Not saved yet in your LMS” and keeps the decisions on that device. They are sent at the next launch there.',
    'Look at “Require status” in the activity’s completion settings: it must name what the package reports.',
    'Does somebody still see the old text after an update? Let them close the module and launch it again.',
  ],
  evidence: [
    {
      sure: 'seen',
      text: 'Importing, resuming and recording in Moodle 5.1 and 4.3, in a browser.',
      on: 'November 2026',
    },
    {
      sure: 'reported',
      text: 'That each update gets an address of its own, so that no browser plays old files which it kept: Moodle’s source.',
      on: '26 November 2026',
      href: 'https://github.com/moodle/moodle/blob/MOODLE_405_STABLE/mod/scorm/loadSCO.php',
    },
    {
      sure: 'reported',
      text: 'The settings’ names and what they do: Moodle’s documentation.',
      on: '25 November 2026',
      href: 'https://docs.moodle.org/401/en/SCORM_settings',
    },
    {
      sure: 'reported',
      text: 'That Totara has the same settings, and keeps progress where a package’s identifiers stay, as ours do: Totara’s help.',
      on: '25 November 2026',
      href: 'https://totara.help/16/docs/scorm-activity-settings',
    },
  ],
};
