/** The standards a package can be made in: what they are called, and where they differ as data. */
export const STANDARDS = {
  scorm12: {
    title: 'SCORM 1.2',
    manifest: 'imsmanifest.xml',
    schemaVersion: '1.2',
    when: 'Take this one if you are not sure. Almost every learning system takes it.',
  },
  'scorm2004-3': {
    title: 'SCORM 2004 3rd Edition',
    manifest: 'imsmanifest.xml',
    schemaVersion: '2004 3rd Edition',
    when: 'Where your system takes no later edition. It keeps “finished” and “passed” apart.',
  },
  'scorm2004-4': {
    title: 'SCORM 2004 4th Edition',
    manifest: 'imsmanifest.xml',
    schemaVersion: '2004 4th Edition',
    when: 'Where your system supports it. It keeps “finished” and “passed” apart.',
  },
  cmi5: {
    title: 'cmi5',
    manifest: 'cmi5.xml',
    when: 'Where your system keeps what people learn in a learning record store (LRS).',
  },
} as const;

export type Standard = keyof typeof STANDARDS;
export type ScormStandard = Exclude<Standard, 'cmi5'>;

/** The ones with a manifest of IMS content packaging, schemas beside it, and an API that the page around them has. */
export const SCORM: readonly ScormStandard[] = ['scorm12', 'scorm2004-3', 'scorm2004-4'];

export const isStandard = (text: string): text is Standard => Object.hasOwn(STANDARDS, text);
