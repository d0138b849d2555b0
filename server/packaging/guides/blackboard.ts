import type { Guide } from './guide.ts';

export const blackboard: Guide = {
  import: [
    'On the Course Content page, press the plus and then Create › SCORM package.',
    'Upload the zip as it is, and wait for the check.',
    'Set the attempts to unlimited.',
    'Tick “Grade SCORM” now if you want the score, with 100 as the maximum. The grade settings cannot be changed later.',
    'Make it visible to students.',
  ],
  update: [
    'Add the new zip as another item, and hide the old one from people who have not begun.',
    'People who are under way go on in the old one. We do not know of a way to replace it in place.',
  ],
  trouble: [
    'Let the learner launch it again, go to the result, and press “Save and exit”.',
    'Blackboard takes the last attempt with a grade, and that cannot be changed. A launch that starts a new attempt begins from nothing.',
    'Was “Grade SCORM” ticked at the import? Without it there is no score in the Gradebook.',
    'Is the SCORM Engine turned on at your institution? Without it nothing is recorded.',
  ],
  evidence: [
    {
      sure: 'reported',
      text: 'The steps and the grade settings in Ultra: a university’s guide.',
      on: '25 November 2026',
      href: 'https://academic-technology-services.scrollhelp.site/ats/how-do-i-add-scorm-content-to-blackboard-ultra',
    },
    {
      sure: 'reported',
      text: 'The SCORM Engine and what it plays: Blackboard’s help.',
      on: '25 November 2026',
      href: 'https://help.anthology.com/blackboard-preview/instructor/en/original-course-view/original-course-content/original-create-content/original-add-content-packages.html',
    },
  ],
};
