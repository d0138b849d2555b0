/** The standards a package can be made in: what they are called, and where they differ as data. */
export const STANDARDS = {
  scorm12: { title: 'SCORM 1.2', schemaVersion: '1.2' },
  'scorm2004-3': { title: 'SCORM 2004 3rd Edition', schemaVersion: '2004 3rd Edition' },
  'scorm2004-4': { title: 'SCORM 2004 4th Edition', schemaVersion: '2004 4th Edition' },
} as const;

export type Standard = keyof typeof STANDARDS;

export const isStandard = (text: string): text is Standard => Object.hasOwn(STANDARDS, text);
