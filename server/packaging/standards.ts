/** The standards a package can be made in: what they are called, and where they differ as data. */
export const STANDARDS = {
  scorm12: {
    title: 'SCORM 1.2',
    schemaVersion: '1.2',
    when: 'Take this one if you are not sure. Almost every learning system takes it.',
  },
  'scorm2004-3': {
    title: 'SCORM 2004 3rd Edition',
    schemaVersion: '2004 3rd Edition',
    when: 'Where your system takes no later edition. It keeps “finished” and “passed” apart.',
  },
  'scorm2004-4': {
    title: 'SCORM 2004 4th Edition',
    schemaVersion: '2004 4th Edition',
    when: 'Where your system supports it. It keeps “finished” and “passed” apart.',
  },
} as const;

export type Standard = keyof typeof STANDARDS;

export const isStandard = (text: string): text is Standard => Object.hasOwn(STANDARDS, text);
