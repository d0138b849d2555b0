/** What `package` can be told about reporting, in the words of the download page. */

import type { Reporting } from '../package-settings.ts';
import { nameIsTooLong, plainName } from '../packaging/choice.ts';
import { isPreset, PRESETS, type PresetId, reportingFor } from '../packaging/presets.ts';
import { UsageError } from './command.ts';

export const CHOICE_OPTIONS = {
  lms: { type: 'string' },
  'pass-as': { type: 'string' },
  score: { type: 'string' },
  decisions: { type: 'string' },
  name: { type: 'string' },
} as const;

export interface PackageChoices {
  readonly reporting: Reporting;
  readonly name?: string;
  readonly preset: PresetId;
}

type Values = Readonly<Partial<Record<keyof typeof CHOICE_OPTIONS, string>>>;

/** @throws UsageError with the first thing that is wrong */
export function readChoices(values: Values): PackageChoices {
  const { lms: preset = 'generic', name: typed = '' } = values;
  if (!isPreset(preset)) throw new UsageError(`--lms must be one of ${Object.keys(PRESETS).join(', ')}.`);
  const name = plainName(typed);
  if (nameIsTooLong(name)) throw new UsageError('--name must have 100 characters at most.');
  const usual = reportingFor(preset);
  const passAs: string = values['pass-as'] ?? usual.passAs;
  if (passAs !== 'passed' && passAs !== 'completed') throw new UsageError('--pass-as must be passed or completed.');
  const reporting: Reporting = {
    passAs,
    score: yesOrNo('score', values.score, usual.score),
    interactions: yesOrNo('decisions', values.decisions, usual.interactions),
  };
  return { preset, reporting, ...(name && { name }) };
}

function yesOrNo(option: string, said: string | undefined, usual: boolean): boolean {
  if (said === undefined) return usual;
  if (said !== 'yes' && said !== 'no') throw new UsageError(`--${option} must be yes or no.`);
  return said === 'yes';
}
