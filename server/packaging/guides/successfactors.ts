import type { Guide } from './guide.ts';

export const successfactors: Guide = {
  import: [
    'Go to Learning Administration › Content › Tools › Import Content.',
    'Choose the zip as it is, and iContent as the server. Let the wizard make the content object and the item.',
    'In the content object, leave the mastery score empty. The package brings none for SCORM 1.2.',
    'In the item’s online settings, let completing the content complete the item.',
  ],
  update: [
    'Import the new zip to the same place, and keep the content object. The file it opens is still index.html.',
    'Launch it as a test learner who was under way: it goes on where it was.',
  ],
  trouble: [
    'The window from which the module was opened has to stay open. If the learner moves on in it, nothing more arrives.',
    'Let the learner launch it again, go to the result, and press “Save and exit”.',
    'Is there a mastery score in the content object? Empty it.',
    'Look at the item’s online settings: does completing the content complete the item?',
    'Do not copy SCORM 2004 packages to iContent by hand: they have to be imported.',
  ],
  evidence: [
    {
      sure: 'reported',
      text: 'The mastery score, the window and time-outs: SAP’s note 2978409.',
      on: '25 November 2026',
      href: 'https://userapps.support.sap.com/sap/support/knowledge/en/2978409',
    },
    {
      sure: 'reported',
      text: 'iContent: SAP’s note 2568384.',
      on: '25 November 2026',
      href: 'https://userapps.support.sap.com/sap/support/knowledge/en/2568384',
    },
    {
      sure: 'reported',
      text: 'The way through the menus: an administrators’ handout on the Content Import tool.',
      on: '25 November 2026',
      href: 'https://scribd.com/document/436840103/HMH-Online-Course-Administration-Handout',
    },
  ],
};
