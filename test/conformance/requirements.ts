/** What a package and the calls of a content object must keep to, and what hurt people elsewhere, as data. */
import seen from './hurts.json' with { type: 'json' };
import found from './requirements.json' with { type: 'json' };

export interface Requirement {
  readonly id: string;
  readonly standard: string;
  /** Where the standard says it, `practice` where LMSs were seen to need more than it says, `safety` for whoever unpacks it. */
  readonly section: string;
  readonly text: string;
}

export const REQUIREMENTS: readonly Requirement[] = found;

/** What users of other systems reported, and what LMSs were seen to do. */
export interface Hurt {
  readonly id: string;
  /** The public issue, or the system. */
  readonly where: string;
  readonly seen: string;
  /** What is so here instead. */
  readonly text: string;
  /** The requirements whose tests show it, where it has no test of its own. */
  readonly requirements?: readonly string[];
  /** Why nothing shows it yet. */
  readonly open?: string;
}

export const HURTS: readonly Hurt[] = seen;

/** `id: text`, the name of every test of a requirement or a hurt. @throws Error where there is none */
export function nameOf(id: string): string {
  const found = [...REQUIREMENTS, ...HURTS].find((one) => one.id === id);
  if (!found) throw new Error(`There is no requirement ${id}.`);
  return `${id}: ${found.text}`;
}
