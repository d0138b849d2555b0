import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificatePdf } from '../../server/certificates/certificate-pdf.ts';
import { showCode } from '../../server/certificates/code.ts';
import { describeStanding } from '../../server/certificates/find-certificate.ts';
import { type CertificateRecord, readRecord } from '../../server/certificates/record.ts';
import { publishedCourse } from '../bench/published-course.ts';
import type { TestApp } from '../support/app.ts';
import { certify, startCertifying } from '../support/certificates.ts';
import { readPdf } from '../support/read-pdf.ts';

const VERIFY = 'http://learn.example.org/verify/';

let running: TestApp;
let code: string;
let file: Buffer;
beforeAll(async () => {
  running = await startCertifying();
  code = await certify(running, 'Siobhán Łukasz-D’Souza');
  file = (await running.visitor().get(`/certificates/${code}.pdf`)).rawPayload;
});
afterAll(() => running.close());

const recordOf = (): CertificateRecord =>
  readRecord(
    running.app.db.raw.prepare<[string], { record: string }>('SELECT record FROM certificate WHERE code = ?').get(code)
      ?.record ?? '',
  );

const drawn = (changed: Partial<CertificateRecord>): Promise<Buffer> =>
  certificatePdf(
    { code, shownCode: showCode(code), ...describeStanding({ ...recordOf(), ...changed }, null) },
    VERIFY + code,
  );

const words = (pdf: Buffer): string =>
  readPdf(pdf)
    .map((one) => one.text)
    .join('\n');

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The texts that elements are said to stand for. */
const toldIn = (pdf: Buffer): string[] =>
  Array.from(pdf.toString('latin1').matchAll(/\/ActualText \(((?:\\[\s\S]|[^)])*)\)/g), ([, text = '']) => {
    const bytes = Buffer.from(
      text.replace(/\\([\s\S])/g, (_, sign: string) => ESCAPED[sign] ?? sign),
      'latin1',
    );
    return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
  });

describe('the file', () => {
  test('says what the certificate says, tagged in the order in which it is read', () => {
    expect(readPdf(file)).toEqual([
      { tag: 'P', text: 'Standpoint' },
      { tag: 'H1', text: 'Certificate' },
      { tag: 'P', text: 'Siobhán Łukasz-D’Souza' },
      { tag: 'P', text: 'finished and passed the module on 23 November 2026' },
      { tag: 'H2', text: 'Security' },
      { tag: 'P', text: 'of the course A tiny course, edition 0.1' },
      { tag: 'P', text: expect.stringMatching(/^\d+ points of the guidance practised by deciding$/) },
      { tag: 'P', text: expect.stringMatching(/version communicating-online@2025-08-20\. .*draft guidance/) },
      { tag: 'Figure', text: '' },
      { tag: 'P', text: showCode(code) },
      { tag: 'P', text: 'Issued 23 November 2026. Anybody can check it here:' },
      { tag: 'Link', text: VERIFY + code },
      { tag: 'P', text: expect.stringMatching(/^No approval by the regulator is implied\. A certificate is not CPD/) },
    ]);
  });

  test('tells a screen reader its language, its title, and what the QR code is', () => {
    const text = file.toString('latin1');
    for (const mark of [
      '/Lang (en-GB)',
      '/StructTreeRoot',
      '/Marked true',
      '/DisplayDocTitle true',
      '<pdfuaid:part>1</pdfuaid:part>',
      `/Alt (QR code that leads to ${VERIFY}${code})`,
      `/URI (${VERIFY}${code})`,
    ]) {
      expect(text).toContain(mark);
    }
    expect(text).toContain(`Certificate ${showCode(code)}: A tiny course, Security</rdf:li>`);
  });

  test('is the same bytes whenever it is made again, for anybody, and of 25 KiB at most', async () => {
    running.wait(40 * 86_400_000);
    const again = await running.visitor().get(`/certificates/${showCode(code).toLowerCase()}.pdf`);
    expect(again.rawPayload.equals(file)).toBe(true);
    expect(again.headers['content-type']).toBe('application/pdf');
    expect(again.headers['content-disposition']).toContain(`certificate-${showCode(code)}.pdf`);
    expect(file.length).toBeLessThanOrEqual(25 * 1024);
  });

  test('holds every word of every module that is taught here', async () => {
    const { content } = publishedCourse();
    const { course, guidance, modules } = content;
    for (const module of modules) {
      const file = await drawn({ course, guidance, module, edition: course.edition });
      expect(words(file)).toContain(module.title);
      expect(words(file)).not.toContain('□');
    }
  });
});

describe('a name', () => {
  test.each(['Ọláwálé Ṣóyínká', 'Nguyễn Thị Ánh', 'Ștefan Țurcanu', 'Олена Коваль', 'Ελένη Παπαδοπούλου', 'अनिल कुमार'])(
    'such as %s is written in its letters',
    async (name) => {
      const file = await drawn({ name });
      // A screen reader is told the name as it is written: Devanagari is drawn in another order.
      expect(toldIn(file)).toContain(name);
      if (!/\p{Script=Devanagari}/u.test(name)) expect(words(file)).toContain(name);
      expect(words(file)).not.toContain('□');
      expect(file.length).toBeLessThanOrEqual(25 * 1024);
    },
  );

  test.each(['王小明', 'محمد علي', 'Ann 🙂'])(
    'that no font of ours can write, such as %s, is said to stand elsewhere',
    async (name) => {
      const said = words(await drawn({ name }));
      expect(said).toContain('in letters that this file cannot draw');
      expect(said).not.toContain('□');
      const whole = await certify(running, name);
      expect((await running.visitor().get(`/certificates/${whole}`)).body).toContain(name);
      expect((await running.visitor().get(`/verify/${whole}`)).body).toContain(name);
    },
  );

  test('of a hundred letters is drawn in full, with or without a space', async () => {
    for (const name of ['W'.repeat(100), `${'Llanfair '.repeat(11)}P`]) {
      expect(words(await drawn({ name })).replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
    }
  });
});
