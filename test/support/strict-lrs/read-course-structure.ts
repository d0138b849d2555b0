/** What an LMS takes from a course structure at import. */
import { everyElement, readManifest } from '../../../server/packaging/manifest-tree.ts';
import type { Au } from './record.ts';

/** @param xml a course structure of one AU, known to be right */
export function readCourseStructure(xml: string): Au {
  const root = readManifest(xml);
  const aus = root ? everyElement(root).filter((one) => one.local === 'au') : [];
  const [au] = aus;
  if (!au || aus.length > 1) throw new Error(`The course structure has ${aus.length} AUs.`);
  const { id = '', moveOn = 'NotApplicable', masteryScore } = au.attributes;
  return {
    id,
    moveOn,
    url: au.children.find((one) => one.local === 'url')?.text.trim() ?? '',
    ...(masteryScore !== undefined && { masteryScore: Number(masteryScore) }),
  };
}
