import { describe, expect, test } from 'vitest';
import { findApi } from '../../public/player/lms/find-api.ts';
import { nameOf } from '../conformance/requirements.ts';

const api = { LMSInitialize: () => 'true' };

/** A window as far as discovery looks at one: its parent (itself at the top), its opener, and perhaps the API. */
function frame(parts: { parent?: object; opener?: object; API?: object }): Window {
  const made: Record<string, unknown> = { opener: null, ...parts };
  made.parent ??= made;
  return made as unknown as Window;
}

/** A frame of another origin: every access throws. */
const foreign = new Proxy(
  {},
  {
    get: () => {
      throw new DOMException('Blocked', 'SecurityError');
    },
  },
);

describe('the LMS is found', () => {
  test('three frames up', () => {
    const top = frame({ API: api });
    expect(findApi('API', frame({ parent: frame({ parent: frame({ parent: top }) }) }))).toBe(api);
  });

  test('in the frames round the window that opened this one', () => {
    const opener = frame({ parent: frame({ API: api }) });
    expect(findApi('API', frame({ opener }))).toBe(api);
    expect(findApi('API', frame({ parent: frame({ opener }) }))).toBe(api);
  });
});

describe('there is no LMS', () => {
  test(nameOf('quirk.frames-that-throw'), () => {
    expect(findApi('API', frame({ parent: foreign }))).toBeUndefined();
    expect(findApi('API', frame({ opener: foreign }))).toBeUndefined();
  });

  test('in windows that open each other for ever', () => {
    const one = frame({});
    const two = frame({ opener: one });
    Object.assign(one, { opener: two });
    expect(findApi('API', one)).toBeUndefined();
  });

  test('under the name of the other standard', () => {
    expect(findApi('API_1484_11', frame({ API: api }))).toBeUndefined();
  });
});
