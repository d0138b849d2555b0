/** Expected failures: each has a code, a status and words for the person who meets it. Worded here, once. */
export const ERRORS = {
  'not-found': [404, 'We cannot find that page', 'Check the address, or go to the start page and look from there.'],
  'attempt-not-found': [
    404,
    'We cannot find that attempt',
    'It may belong to somebody else who uses this browser. Sign in, or start the module again.',
  ],
  'signed-out': [
    401,
    'You are signed out',
    'Sign in again. What you decided is still on this device, and is sent once you are back.',
  ],
  'commit-malformed': [
    400,
    'That could not be read',
    'The page sent something we do not understand. Reload it; your decisions are on this device.',
  ],
  'path-impossible': [
    422,
    'These decisions do not fit this module',
    'We could not follow them through the module, so we have not saved them. They are still on this device.',
  ],
  'path-too-long': [
    413,
    'That is too much to save',
    'These decisions are longer than this module can be. They are still on this device.',
  ],
  'path-diverged': [
    409,
    'You went on in two places',
    'This attempt has gone another way on another device. Choose which way to keep.',
  ],
  'storage-full': [
    507,
    'We cannot save just now',
    'The server has no room. Your decisions are on this device, and we keep trying.',
  ],
  'too-busy': [503, 'We are busy or about to restart', 'Try again in a minute. What you had saved is still saved.'],
  'address-malformed': [400, 'That address cannot be read', 'Check it, or go to the start page and look from there.'],
  'form-malformed': [400, 'That form could not be read', 'Go back, reload the page and send it again.'],
  'form-too-long': [413, 'That is more than we can take', 'Go back, shorten what you typed and send it again.'],
  'other-site': [403, 'That did not come from this site', 'Open the page here and try again from there.'],
  'form-expired': [403, 'This form has expired', 'Go back, reload the page and send it again.'],
  'too-many': [429, 'Too many tries', 'Wait a minute, then try again.'],
  'package-link-ended': [
    404,
    'This download link does not work',
    'It has ended, or a part of its address is missing. Ask whoever gave it to you for a new one. What was downloaded before still works.',
  ],
  'claim-ended': [
    403,
    'This package makes no certificates any more',
    'That changes nothing about your pass. Ask your employer whether there is a newer package.',
  ],
  'claims-paused': [
    429,
    'This package has made too many certificates today',
    'That changes nothing about your pass. Try again tomorrow.',
  ],
  'claim-unfounded': [
    422,
    'There is no certificate for these decisions',
    'We followed them, and they do not lead to a pass of what this package teaches. Your LMS keeps what it has.',
  ],
  'claim-taken': [
    409,
    'There is a certificate already, under another name',
    'An attempt gets one, and its name cannot be changed. If that name is wrong, ask your employer to write to us.',
  ],
  'certificate-not-found': [
    404,
    'No such certificate',
    'Check the code: it has letters and digits, and no letter O or I.',
  ],
  'not-passed': [
    409,
    'There is no certificate yet',
    'It is issued when every story has an ending and the score reaches the mark.',
  ],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ErrorCode = keyof typeof ERRORS;

/** Thrown by what features do; `app.ts` turns it into a page or JSON. `body` goes into the JSON answer. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly statusCode: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, body: Readonly<Record<string, unknown>> = {}) {
    super(ERRORS[code][1]);
    this.code = code;
    this.statusCode = ERRORS[code][0];
    this.body = body;
  }
}
