/** Where the LMS is: up the chain of parents, then the opener and its parents (SCORM 1.2 RTE 3.3.6, 2004 RTE 3.2.1). */
const LEVELS = 500;

type ApiName = 'API' | 'API_1484_11';

/** The first API of that name, or undefined. Frames of other origins throw at every access and are passed by. */
export function findApi(name: ApiName, from: Window): Readonly<Record<string, unknown>> | undefined {
  let left = LEVELS;
  let start: Window | null | undefined = from;
  while (start && left > 0) {
    let frame: Window | null | undefined = start;
    let top: Window = start;
    while (frame && left > 0) {
      left -= 1;
      const api = read(frame, name);
      if (typeof api === 'object' && api !== null) return api as Readonly<Record<string, unknown>>;
      top = frame;
      const parent: unknown = read(frame, 'parent');
      frame = parent === frame ? undefined : (parent as Window | undefined);
    }
    const opener = (read(start, 'opener') ?? read(top, 'opener')) as Window | null | undefined;
    start = opener === start ? undefined : opener;
  }
  return undefined;
}

function read(frame: Window, property: string): unknown {
  try {
    return Reflect.get(frame, property);
  } catch {
    return undefined;
  }
}
