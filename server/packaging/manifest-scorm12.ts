/**
 * imsmanifest.xml for SCORM 1.2 (CAM 2.3). One SCO. No `adlcp:masteryscore`: with one, Moodle and others turn an
 * incomplete module with a score into `failed` when it closes.
 */
import { create } from 'xmlbuilder2';
import type { ManifestRequest } from './describe-package.ts';

const CP = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2';
const MD = 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1';
const ADLCP = 'http://www.adlnet.org/xsd/adlcp_rootv1p2';

/** @returns the manifest as UTF-8 text; the same for the same request */
export function scorm12Manifest({ about, files }: ManifestRequest): string {
  const { identifier, title, description, minutes } = about;
  const text = (value: string) => ({ 'imsmd:langstring': { '@xml:lang': 'en-GB', '#': value } });
  return create(
    { version: '1.0', encoding: 'UTF-8' },
    {
      manifest: {
        '@xmlns': CP,
        '@xmlns:imsmd': MD,
        '@xmlns:adlcp': ADLCP,
        '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        '@xsi:schemaLocation': `${CP} imscp_rootv1p1p2.xsd ${MD} imsmd_rootv1p2p1.xsd ${ADLCP} adlcp_rootv1p2.xsd`,
        '@identifier': identifier,
        '@version': '1.0',
        metadata: {
          schema: 'ADL SCORM',
          schemaversion: '1.2',
          'imsmd:lom': {
            'imsmd:general': { 'imsmd:title': text(title), 'imsmd:description': text(description) },
            'imsmd:educational': { 'imsmd:typicallearningtime': { 'imsmd:datetime': `PT${minutes}M` } },
          },
        },
        organizations: {
          '@default': `${identifier}_org`,
          organization: {
            '@identifier': `${identifier}_org`,
            title,
            item: {
              '@identifier': `${identifier}_item`,
              '@identifierref': `${identifier}_sco`,
              '@isvisible': 'true',
              title,
            },
          },
        },
        resources: {
          resource: {
            '@identifier': `${identifier}_sco`,
            '@type': 'webcontent',
            '@adlcp:scormtype': 'sco',
            '@href': files[0],
            file: files.map((name) => ({ '@href': name })),
          },
        },
      },
    },
  ).end({ prettyPrint: true });
}
