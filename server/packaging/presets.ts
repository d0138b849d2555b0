/** The systems that packages are imported into, and what suits each; a person who downloads can choose otherwise. */
import type { Reporting } from '../package-settings.ts';
import type { Standard } from '../package-standards.ts';

export interface Preset {
  /** As its users call it. */
  readonly title: string;
  /** The one that works best there. */
  readonly standard: Standard;
  readonly passAs: Reporting['passAs'];
}

export const PRESETS = {
  generic: { title: 'Another system', standard: 'scorm12', passAs: 'passed' },
  moodle: { title: 'Moodle or Totara', standard: 'scorm12', passAs: 'passed' },
  cornerstone: { title: 'Cornerstone', standard: 'scorm2004-3', passAs: 'passed' },
  successfactors: { title: 'SuccessFactors', standard: 'scorm12', passAs: 'passed' },
  canvas: { title: 'Canvas', standard: 'scorm12', passAs: 'passed' },
  blackboard: { title: 'Blackboard', standard: 'scorm12', passAs: 'passed' },
  esr: { title: 'ESR', standard: 'scorm12', passAs: 'passed' },
  lrs: { title: 'A system with an LRS', standard: 'cmi5', passAs: 'passed' },
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetId = keyof typeof PRESETS;

export const isPreset = (text: string): text is PresetId => Object.hasOwn(PRESETS, text);

/** Its title within a sentence. */
export const inText = (preset: PresetId): string => PRESETS[preset].title.replace(/^A /, 'a ');

/** What is reported where nobody has chosen. */
export const reportingFor = (preset: PresetId): Reporting => ({
  passAs: PRESETS[preset].passAs,
  score: true,
  interactions: false,
});
