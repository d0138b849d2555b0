/**
 * The part of scorm-again 3.4.3 that the host page uses. Its own types name a default export, while the ESM build that
 * they stand for exports `Scorm12API`.
 */
declare module 'scorm-again/scorm12/min' {
  export interface HttpService {
    processHttpRequest(url: string, commit: unknown): { result: 'true' | 'false'; errorCode: number };
    updateSettings(): void;
  }

  export interface Scorm12Settings {
    autocommit: boolean;
    lmsCommitUrl: string;
    dataCommitFormat: 'json';
    mastery_override: boolean;
    autoCompleteLessonStatus: boolean;
    logLevel: 'NONE';
  }

  export class Scorm12API {
    constructor(settings: Scorm12Settings, httpService: HttpService);
    LMSInitialize: (parameter: string) => string;
    LMSFinish: (parameter: string) => string;
    LMSGetValue: (element: string) => string;
    LMSSetValue: (element: string, value: unknown) => string;
    LMSCommit: (parameter: string) => string;
    LMSGetLastError: () => string;
    loadFromJSON(values: object, element: string): void;
    throwSCORMError(element: string, code: number, message: string): void;
  }
}
