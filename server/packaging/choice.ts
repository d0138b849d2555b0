/** What a person chose on a download page, as the form's address says it, and what is wrong with it. */
import { type Static, Type } from 'typebox';
import type { Reporting } from '../package-settings.ts';
import { PRESETS, type PresetId, reportingFor } from './presets.ts';

const YesOrNo = Type.Enum(['yes', 'no']);

/** Everything may be missing: an address without a choice is the usual package. */
export const ChoiceQuery = Type.Object({
  lms: Type.Optional(Type.Enum(Object.keys(PRESETS) as PresetId[])),
  pass: Type.Optional(Type.Enum(['passed', 'completed'])),
  score: Type.Optional(YesOrNo),
  decisions: Type.Optional(YesOrNo),
  name: Type.Optional(Type.String()),
  /** Which of the two questions the form meant; `module` alone means those modules. */
  what: Type.Optional(Type.Enum(['course', 'modules'])),
  module: Type.Optional(Type.Array(Type.String())),
});

export interface Choice {
  readonly preset: PresetId;
  readonly reporting: Reporting;
  /** What it is called in the LMS; empty for its own name. */
  readonly name: string;
  readonly modules: readonly string[] | 'all';
}

export interface ChoiceError {
  /** The id of the input. */
  readonly field: string;
  readonly text: string;
}

/** LMSs cut longer titles, or break on them: see `describePackage`. */
const NAME_LIMIT = 100;

export function readChoice(query: Static<typeof ChoiceQuery>): Choice {
  const { lms: preset = 'generic', pass, score, decisions, module = [], what, name = '' } = query;
  const usual = reportingFor(preset);
  const chosen = what === 'modules' || (what === undefined && module.length > 0);
  return {
    preset,
    name: plainName(name),
    modules: chosen ? [...new Set(module)] : 'all',
    reporting: {
      passAs: pass ?? usual.passAs,
      score: score === undefined ? usual.score : score === 'yes',
      interactions: decisions === undefined ? usual.interactions : decisions === 'yes',
    },
  };
}

/** One line, without the characters that no XML may hold. */
export const plainName = (typed: string): string =>
  typed
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

export const nameIsTooLong = (name: string): boolean => name.length > NAME_LIMIT;

export function faultsIn({ name, modules }: Choice): ChoiceError[] {
  const faults: ChoiceError[] = [];
  if (modules.length === 0)
    faults.push({ field: 'module', text: 'Tick one module or more, or choose the whole course' });
  if (nameIsTooLong(name)) faults.push({ field: 'name', text: `Give it a name of ${NAME_LIMIT} characters at most` });
  return faults;
}
