/** The name of a published version. */
import { createHash } from 'node:crypto';
import type { Content } from '../courses/model/content.ts';

/** Sha-256 of the content's JSON, as 64 hex digits. The order of its fields is that of the course's files. */
export function contentHash(content: Content): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
