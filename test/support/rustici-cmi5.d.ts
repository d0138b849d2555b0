/** The part of @rusticisoftware/cmi5 3.2.0 that a test uses. It comes without types. */
declare module '@rusticisoftware/cmi5' {
  interface Score {
    readonly scaled: number;
    readonly raw?: number;
    readonly min?: number;
    readonly max?: number;
  }

  class Cmi5 {
    constructor(launchUrl: string);
    /** Token, launch data, preferences, and "initialized". */
    start(): Promise<void>;
    completed(): Promise<unknown>;
    passed(score?: Score): Promise<unknown>;
    failed(score?: Score): Promise<unknown>;
    terminate(): Promise<unknown>;
  }
  export = Cmi5;
}
