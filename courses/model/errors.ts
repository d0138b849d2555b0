/** Refusals of the model. `code` is for programs; `message` is in plain words; `detail` says where. */
export type ModelErrorCode =
  | 'path.malformed'
  | 'path.foreign'
  | 'path.scenario'
  | 'path.decision'
  | 'path.answer'
  | 'path.ended'
  | 'path.unfinished'
  | 'course.broken';

export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: ModelErrorCode;
  readonly detail: { readonly token?: number; readonly text?: string; readonly scenario?: string };

  constructor(code: ModelErrorCode, message: string, detail: ModelError['detail'] = {}) {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}
