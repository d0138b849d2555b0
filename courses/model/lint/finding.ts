/** What lint says: which rule, where, and what to do. */

/** A place in a module's data (or, where `module` is null, in that of the course file): keys and list positions. */
export type DataPath = readonly (string | number)[];

export type Severity = 'error' | 'warning';

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly module: string | null;
  readonly scenario: string | null;
  readonly scene: string | null;
  readonly path: DataPath;
  readonly message: string;
}
