/** What an LMS takes from a manifest at import: by which standard, and by which marks it will judge. */
import type { LaunchOptions } from './record.ts';

type FromManifest = Pick<LaunchOptions, 'standard' | 'passingScore' | 'completionThreshold'>;

/** @param xml a manifest that is known to be valid */
export function readManifest(xml: string): FromManifest {
  if (/<schemaversion>1\.2</.test(xml)) return { standard: 'scorm12' };
  const passing = /satisfiedByMeasure="true"/.test(xml) && /<imsss:minNormalizedMeasure>([\d.]+)</.exec(xml)?.[1];
  const complete =
    /completedByMeasure="true" minProgressMeasure="([\d.]+)"/.exec(xml)?.[1] ??
    /<adlcp:completionThreshold>([\d.]+)</.exec(xml)?.[1];
  return {
    standard: 'scorm2004',
    ...(passing && { passingScore: Number(passing) }),
    ...(complete !== undefined && { completionThreshold: Number(complete) }),
  };
}
