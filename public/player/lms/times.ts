/** Times and durations as each standard writes them. Whole seconds: some LMSs refuse fractions. */
const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');

/** CMITimespan of SCORM 1.2 (RTE 3.4.3): at least two digits of hours. */
export const timespan12 = (seconds: number): string =>
  `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;

/** timeinterval of SCORM 2004 (RTE 4.1.1.7). */
export const duration2004 = (seconds: number): string =>
  `PT${Math.floor(seconds / 3600)}H${Math.floor((seconds % 3600) / 60)}M${Math.floor(seconds % 60)}S`;

/** CMITime of SCORM 1.2: the time of day. */
export const timeOfDay12 = (at: Date): string => [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');

/** second(10,0) of SCORM 2004 without fraction and zone: Moodle refuses a zone without a fraction with 406. */
export const timestamp2004 = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${timeOfDay12(at)}`;
