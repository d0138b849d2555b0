/**
 * cmi5.xml (cmi5 13 and 14): one course of one AU, which says itself when it is completed and passed. A package names the
 * schema of cmi5 by its namespace and carries no copy.
 */
import { createHash } from 'node:crypto';
import { create } from 'xmlbuilder2';
import type { ManifestRequest } from './describe-package.ts';

export const COURSE_STRUCTURE = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';

/** @returns the course structure as UTF-8 text; the same for the same request */
export function cmi5Manifest({ about, files, score }: ManifestRequest): string {
  const { identifier, title, description, passMark } = about;
  const text = (value: string) => ({ langstring: { '@lang': 'en-GB', '#': value } });
  const texts = { title: text(title), description: text(description) };
  return create(
    { version: '1.0', encoding: 'UTF-8' },
    {
      courseStructure: {
        '@xmlns': COURSE_STRUCTURE,
        course: { '@id': iri(`${identifier}/course`), ...texts },
        au: {
          '@id': iri(`${identifier}/au`),
          '@launchMethod': 'AnyWindow',
          // Said outright: without it an LMS calls the course satisfied before anybody has opened it.
          '@moveOn': 'CompletedAndPassed',
          // An LMS that has a mark asks for scores to hold against it.
          ...(score && { '@masteryScore': String(passMark / 100) }),
          '@activityType': 'http://adlnet.gov/expapi/activities/module',
          ...texts,
          url: files[0],
        },
      },
    },
  ).end({ prettyPrint: true });
}

/** Ours alone, given once: identifiers of packages would change with it. */
const NAMESPACE = Buffer.from('6f0d9c1e3b7a4d52a8e1c4b95d27f360', 'hex');

/**
 * cmi5 asks for IRIs, and no address of a server is the same wherever a package is made: a UUID made from the name
 * (RFC 9562, version 5) is.
 */
function iri(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const [, ...parts] = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(bytes.toString('hex')) ?? [];
  return `urn:uuid:${parts.join('-')}`;
}
