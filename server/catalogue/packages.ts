/** The downloads on a module's page, and one line on when to take which. */
export const PACKAGES = [
  {
    standard: 'scorm12',
    name: 'SCORM 1.2',
    when: 'Take this one if you are not sure. Almost every learning system takes it.',
  },
  {
    standard: 'scorm2004-4',
    name: 'SCORM 2004, 4th edition',
    when: 'Take this one where your system supports it. It keeps “finished” and “passed” apart.',
  },
] as const;
