import type { Guide } from './guide.ts';

export const cornerstone: Guide = {
  import: [
    'Take SCORM 2004 3rd Edition: it is the one that Cornerstone says it implements.',
    'In the Content Uploader, make a new online course and drop the zip on it, as it is.',
    'In an older portal, go to Content › Course Publisher › Create New Publication. You need a content licence for it.',
    'Leave the mastery score as it comes with the package.',
    'Try it in your pilot portal first. Preview it, publish it, then set who may see it.',
  ],
  update: [
    'With the Content Uploader: find the course in the Course Catalog, open its Course Console, and under Content choose Options › Modify Content. Upload the new zip.',
    'With the Course Publisher: choose Replace Publication Files. It takes only a package with the same files and structure.',
    'If either refuses, make a new version, and choose what happens to people who are under way.',
  ],
  trouble: [
    'Let the learner press “Save and exit” rather than close the window. Cornerstone may refuse what is saved while a window closes.',
    'Was it opened by Preview? Then nothing is recorded.',
    'Does the browser block pop-up windows from your portal? Allow them.',
    'Compare with a launch by an assigned test learner. A launch from the catalogue may differ.',
  ],
  evidence: [
    {
      sure: 'reported',
      text: 'Editions, sizes and the Course Publisher: Cornerstone’s help.',
      on: '25 November 2026',
      href: 'https://help.csod.com/help/csod_0/Content/Content/Course_Publisher/Create_New_Publication.htm',
    },
    {
      sure: 'reported',
      text: 'Replacing a file or making a new version: Cornerstone’s help.',
      on: '25 November 2026',
      href: 'https://help.csod.com/help/csod_0/Content/Content/Content_Uploader/Online_Course_Versioning/Modify_an_Online_Course.htm',
    },
    {
      sure: 'reported',
      text: 'That saving fails while a window closes: makers of other packages.',
      on: 'November 2026',
    },
  ],
};
