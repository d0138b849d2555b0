/** What the person who imports a package into one system needs to know, and how sure we are of it. */
export interface Guide {
  /** What to do, in order. */
  readonly import: readonly string[];
  readonly settings?: readonly Setting[];
  /** What to do with a newer version. */
  readonly update: readonly string[];
  /** What to look at when a learner is done and the system does not say so, the likeliest first. */
  readonly trouble: readonly string[];
  readonly evidence: readonly Evidence[];
}

interface Setting {
  /** As the system calls it. */
  readonly name: string;
  readonly value: string;
  readonly why: string;
}

export interface Evidence {
  /** `seen`: we ran it ourselves. `reported`: the system's maker or its users say so. */
  readonly sure: 'seen' | 'reported';
  readonly text: string;
  /** When we saw or read it, in words. */
  readonly on: string;
  readonly href?: string;
}
