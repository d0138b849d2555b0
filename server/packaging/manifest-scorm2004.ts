/**
 * imsmanifest.xml for SCORM 2004, 3rd and 4th edition (CAM 3.4, SN 5). One SCO, nothing sequenced beyond choice and flow; the
 * content itself says when it is complete and passed, and the thresholds agree with what it says.
 */
import { create } from 'xmlbuilder2';
import { STANDARDS } from '../package-standards.ts';
import type { ManifestRequest, PackageDescription } from './describe-package.ts';

type Edition = 'scorm2004-3' | 'scorm2004-4';

const CP = 'http://www.imsglobal.org/xsd/imscp_v1p1';
const ADLCP = 'http://www.adlnet.org/xsd/adlcp_v1p3';
const ADLSEQ = 'http://www.adlnet.org/xsd/adlseq_v1p3';
const ADLNAV = 'http://www.adlnet.org/xsd/adlnav_v1p3';
const IMSSS = 'http://www.imsglobal.org/xsd/imsss';

const LOCATIONS = [
  `${CP} imscp_v1p1.xsd`,
  `${ADLCP} adlcp_v1p3.xsd`,
  `${ADLSEQ} adlseq_v1p3.xsd`,
  `${ADLNAV} adlnav_v1p3.xsd`,
  `${IMSSS} imsss_v1p0.xsd`,
].join(' ');

/** @returns the manifest as UTF-8 text; the same for the same request */
export function scorm2004Manifest(edition: Edition, request: ManifestRequest): string {
  const { about, files } = request;
  const { identifier, title } = about;
  return create(
    { version: '1.0', encoding: 'UTF-8' },
    {
      manifest: {
        '@xmlns': CP,
        '@xmlns:adlcp': ADLCP,
        '@xmlns:adlseq': ADLSEQ,
        '@xmlns:adlnav': ADLNAV,
        '@xmlns:imsss': IMSSS,
        '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        '@xsi:schemaLocation': LOCATIONS,
        '@identifier': identifier,
        '@version': '1.0',
        metadata: {
          schema: 'ADL SCORM',
          schemaversion: STANDARDS[edition].schemaVersion,
          ...(edition === 'scorm2004-4' ? { lom: lom(about) } : { 'adlcp:location': METADATA }),
        },
        organizations: {
          '@default': `${identifier}_org`,
          organization: {
            '@identifier': `${identifier}_org`,
            title,
            item: item(edition, request),
            'imsss:sequencing': { 'imsss:controlMode': { '@choice': 'true', '@flow': 'true' } },
          },
        },
        resources: {
          resource: {
            '@identifier': `${identifier}_sco`,
            '@type': 'webcontent',
            '@adlcp:scormType': 'sco',
            '@href': files[0],
            file: files.map((name) => ({ '@href': name })),
          },
        },
      },
    },
  ).end({ prettyPrint: true });
}

function item(edition: Edition, { about, score }: ManifestRequest): object {
  const { identifier, title, passMark } = about;
  // With a pass mark in the manifest and no score, an LMS calls success unknown whatever it is told (RTE 4.2.22).
  const mark = score
    ? { '@satisfiedByMeasure': 'true', 'imsss:minNormalizedMeasure': String(passMark / 100) }
    : { '@satisfiedByMeasure': 'false' };
  return {
    '@identifier': `${identifier}_item`,
    '@identifierref': `${identifier}_sco`,
    '@isvisible': 'true',
    title,
    ...(edition === 'scorm2004-3' && { 'adlcp:completionThreshold': '1.0' }),
    'imsss:sequencing': {
      'imsss:objectives': { 'imsss:primaryObjective': { '@objectiveID': `${identifier}_objective`, ...mark } },
      'imsss:deliveryControls': { '@completionSetByContent': 'true', '@objectiveSetByContent': 'true' },
    },
    ...(edition === 'scorm2004-4' && {
      'adlcp:completionThreshold': { '@completedByMeasure': 'true', '@minProgressMeasure': '1.0' },
    }),
  };
}

/** The 3rd edition's schemas take no LOM in the manifest without the dozen schemas of LOM; it lies beside it instead. */
export const METADATA = 'metadata.xml';

export const metadataFile = (about: PackageDescription): string =>
  create({ version: '1.0', encoding: 'UTF-8' }, { lom: lom(about) }).end({ prettyPrint: true });

/** IEEE LOM 1484.12.3: what catalogues show. */
function lom({ title, description, minutes }: PackageDescription): object {
  const text = (value: string) => ({ string: { '@language': 'en-GB', '#': value } });
  return {
    '@xmlns': 'http://ltsc.ieee.org/xsd/LOM',
    general: { title: text(title), description: text(description) },
    educational: { typicalLearningTime: { duration: `PT${minutes}M` } },
  };
}
