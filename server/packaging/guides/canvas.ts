import type { Guide } from './guide.ts';

export const canvas: Guide = {
  import: [
    'In the course’s navigation, open SCORM. If it is not there, add it under Settings › Navigation, or ask who runs Canvas.',
    'Press Upload, and choose the zip as it is.',
    'Import it as a graded assignment if you want the score, otherwise as a page.',
    'Publish what was made.',
  ],
  update: [
    'Upload the new zip as another SCORM item, and hide the old one from people who have not begun.',
    'People who are under way go on in the old one. We do not know of a way to replace it in place.',
  ],
  trouble: [
    'Let the learner launch it again, go to the result, and press “Save and exit”.',
    'Canvas may take the first pass as final. A better score from a later try may not show.',
    'Was it linked directly from a page? Since 2021 it has to be opened by way of the course’s own SCORM item.',
    'Does the browser block cookies of other sites? Allow those of Canvas.',
  ],
  evidence: [
    {
      sure: 'reported',
      text: 'SCORM in the course’s navigation, and signed launches: Instructure’s product blog.',
      on: '25 November 2026',
      href: 'https://community.canvaslms.com/t5/The-Product-Blog/SCORM-to-Require-Signed-Launch-Links/bc-p/470023/highlight/true',
    },
    { sure: 'reported', text: 'That the first completion is final: makers of other packages.', on: 'November 2026' },
  ],
};
