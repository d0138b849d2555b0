/**
 * Imported first of all. The start leaves some 60 MB of garbage behind: every library's beginnings, and courses that are
 * read and walked through. V8 would double its space for young objects again and again for it, and never give it back:
 * 157 MB at rest instead of 127. So that space grows only once there are people to serve.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--semi-space-growth-factor=1');

/** Back to V8's own way, for speed under load. */
export function endLeanStart(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
}
