/** What a certificate says on paper and on the page alike. */
import type { CertificateRecord } from './record.ts';

export const NOT_APPROVED = 'No approval by the regulator is implied.';

export const NOT_CPD =
  'A certificate is not CPD (continuing professional development). What you learned, in your own words, can be.';

export function practisedWords({ practised }: CertificateRecord): string {
  return `${practised.length} ${practised.length === 1 ? 'point' : 'points'} of the guidance practised by deciding`;
}

export const guidanceWords = ({ guidance }: CertificateRecord): string =>
  `${guidance.title} (${guidance.publisher}), version ${guidance.id}. ${guidance.notice}`;
