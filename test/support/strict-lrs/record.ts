/** What the strict LRS hears, answers, keeps, and can be told to be. */

export interface Asked {
  readonly method: string;
  /** Below the endpoint, or `fetch/…`. */
  readonly resource: string;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A statement as it came: nothing about its form is taken for granted. */
export interface Heard {
  readonly id?: unknown;
  readonly timestamp?: unknown;
  readonly actor?: unknown;
  readonly verb?: { readonly id?: unknown };
  readonly object?: { readonly id?: unknown; readonly definition?: Readonly<Record<string, unknown>> };
  readonly context?: {
    readonly registration?: unknown;
    readonly contextActivities?: Readonly<Record<string, unknown>>;
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
  readonly result?: {
    readonly score?: Readonly<Record<string, unknown>>;
    readonly success?: unknown;
    readonly completion?: unknown;
    readonly response?: unknown;
    readonly duration?: unknown;
  };
}

export type Mode = 'Normal' | 'Browse' | 'Review';

/** What the course structure says of the one AU. */
export interface Au {
  readonly id: string;
  readonly url: string;
  readonly moveOn: string;
  readonly masteryScore?: number;
}

export interface Session {
  readonly id: string;
  readonly token: string;
  readonly registration: string;
  readonly mode: Mode;
  readonly masteryScore?: number;
  readonly contextTemplate: NonNullable<Heard['context']>;
  readonly statements: Heard[];
  fetched: boolean;
  launchDataRead: boolean;
  preferencesRead: boolean;
  over?: 'terminated' | 'abandoned';
}

export interface Violation {
  /** Id of a requirement in test/conformance/requirements.json. */
  readonly id: string;
  readonly text: string;
}

/** A rule that was broken: the end of the requirement's id, and what was seen. */
export type Breach = readonly [rule: string, text: string];
