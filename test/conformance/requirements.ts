/** What a package and the calls of a content object must keep to, as data. */
import found from './requirements.json' with { type: 'json' };

export interface Requirement {
  readonly id: string;
  readonly standard: string;
  /** Where the standard says it, `practice` where LMSs were seen to need more than it says, `safety` for whoever unpacks it. */
  readonly section: string;
  readonly text: string;
}

export const REQUIREMENTS: readonly Requirement[] = found;

/** `id: text`, the name of every test of a requirement. @throws Error where there is no such requirement */
export function nameOf(id: string): string {
  const requirement = REQUIREMENTS.find((one) => one.id === id);
  if (!requirement) throw new Error(`There is no requirement ${id}.`);
  return `${id}: ${requirement.text}`;
}
