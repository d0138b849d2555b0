/** What runs in the drawing thread. */
import { certificatePdf } from './certificate-pdf.ts';
import type { Standing } from './find-certificate.ts';

export interface Drawing {
  readonly found: Standing;
  readonly verifyUrl: string;
}

export const draw = ({ found, verifyUrl }: Drawing): Promise<Buffer> => certificatePdf(found, verifyUrl);
