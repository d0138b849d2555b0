import type { Guide } from './guide.ts';

export const esr: Guide = {
  import: [
    'ESR plays content from a server of your own. It must be reachable from the internet, by an https address, and must reach https://my.esr.nhs.uk itself.',
    'Install ESR’s SCORM adapter on that server, if it is not there yet.',
    'Unzip the package into a folder of its own beside the adapter. Keep the names of the files.',
    'In ESR, import the learning object by its manifest, and give it the address of index.html through the adapter.',
    'Have the server’s address allowed by your web filter, and added to the trusted sites of Microsoft Edge.',
  ],
  update: [
    'Replace the files in the folder. The address and the identifiers stay, so nothing changes in ESR.',
    'Launch it as a test learner who was under way: it goes on where it was.',
  ],
  trouble: [
    'Open the address of index.html in a browser: if it does not show the module, the web filter or the server is in the way.',
    'Is the launch address the one through the adapter? Opened directly, the module says that there is no LMS.',
    'Let the learner launch it again, go to the result, and press “Save and exit”.',
    'Is there a mastery score in the learning object? Empty it.',
  ],
  evidence: [
    {
      sure: 'reported',
      text: 'Server, adapters, filters and trusted sites: the ESR Hub.',
      on: '25 November 2026',
      href: 'https://my.esr.nhs.uk/dashboard/web/esrweb/e-learning-technical-information',
    },
    {
      sure: 'reported',
      text: 'Importing learning objects: the manual of Oracle Learning Management, on which ESR is built.',
      on: '25 November 2026',
      href: 'https://docs.oracle.com/cd/E26401_01/doc.122/e59064/T15856T234878.htm',
    },
  ],
};
