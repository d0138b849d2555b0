/** Certificates: bytes, and time against a bare pdfkit page with the same fonts and QR code. */
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import { selectModules } from '../../courses/model/content.ts';
import { outcomeOf } from '../../courses/model/outcome.ts';
import { certificatePdf } from '../../server/certificates/certificate-pdf.ts';
import { showCode } from '../../server/certificates/code.ts';
import { faceFile, type Weight } from '../../server/certificates/faces.ts';
import { describeStanding, type Standing } from '../../server/certificates/find-certificate.ts';
import { makeRecord } from '../../server/certificates/record.ts';
import { passingPath } from '../support/walks.ts';
import { atMost, interleaved, type Measure, ratioAtMost } from './measure.ts';
import { publishedCourse } from './published-course.ts';

const ROUNDS = 25;
const CODE = '7KQ2M4XA91TD';
const VERIFY = `https://learn.example.org/verify/${CODE}`;
const NAME = 'Amélie Łukasz-Okonkwo';

export async function measure(): Promise<Measure[]> {
  const found = certificate();
  const pdf = await certificatePdf(found, VERIFY);
  const again = await certificatePdf(found, VERIFY);
  const [ours = 0, bare = 1] = await interleaved(ROUNDS, [() => certificatePdf(found, VERIFY), barePage]);
  return [
    atMost({ name: 'certificate', unit: 'KiB', value: pdf.length / 1024 }, 25),
    atMost({ name: 'certificates that differ when made again', unit: 'files', value: pdf.equals(again) ? 0 : 1 }, 0),
    ratioAtMost({ name: 'certificate', unit: 'ms', value: ours }, bare, 2),
  ];
}

function certificate(): Standing {
  const { content, hash } = publishedCourse();
  const module = selectModules(content, ['security']);
  const { modules: outcomes } = outcomeOf(module, hash, passingPath(module, hash, 'bench00000'));
  const date = new Date('2026-11-23T12:00:00Z');
  const record = makeRecord({
    ...{ code: CODE, name: NAME, content: module, hash, outcomes, passedAt: date, issuedAt: date },
    issuer: 'https://learn.example.org',
  });
  return { code: CODE, shownCode: showCode(CODE), ...describeStanding(record, null) };
}

const face = (subset: string, weight: Weight): Buffer => faceFile('atkinson-hyperlegible-next', subset, weight);

/** One page, the same fonts embedded, the same QR code drawn, no structure. */
function barePage(): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margin: 72 });
  const whole = buffer(doc);
  doc.font(face('latin', 700)).fontSize(40).text('Certificate').fontSize(30).text(NAME.replace('Ł', 'L'));
  doc.font(face('latin-ext', 700)).text('Ł');
  doc.font(face('latin', 400)).fontSize(14).text(VERIFY);
  const { modules } = QRCode.create(VERIFY, { errorCorrectionLevel: 'M' });
  const step = 112 / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) doc.rect(72 + column * step, 400 + row * step, step, step);
    }
  }
  doc.fill('#1b262c').end();
  return whole;
}
