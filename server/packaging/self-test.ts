/** The package that tests the LMS it is imported into: the same manifest and calls as ours, and a page that reports. */
import { html, rendered } from '../../courses/blocks/html.ts';
import { builtFile, packedFile } from '../built-files.ts';
import type { PackageFile } from '../package-files.ts';
import { late } from '../package-page.ts';
import { STANDARDS, type Standard } from '../package-standards.ts';
import type { PackageDescription } from './describe-package.ts';
import { deflate, withManifest } from './zip-package.ts';

/** Where the test for a standard is downloaded. */
export const selfTestPath = (standard: Standard): string => `/packages/self-test/${standard}.zip`;

const ABOUT: PackageDescription = {
  identifier: 'standpoint_self-test',
  title: 'Standpoint: test of your learning system',
  description: 'Tests whether this system does what Standpoint’s packages need. Three short launches.',
  minutes: 3,
  passMark: 60,
};

export function selfTestFiles(standard: Standard): PackageFile[] {
  const files = [
    { name: 'index.html', bytes: Buffer.from(page(standard)) },
    scriptFor(standard),
    { name: 'README.html', bytes: Buffer.from(readme(standard)) },
  ];
  return withManifest({ standard, about: ABOUT, files, score: true });
}

/** The same bytes on every run, as every package. */
export const zipSelfTest = (standard: Standard): Promise<Buffer> => deflate(selfTestFiles(standard));

/** What the test does is the standard's: an LMS has an API around the page, or an LRS at an address. */
const scriptFor = (standard: Standard): PackageFile =>
  packedFile(standard === 'cmi5' ? 'self-test-cmi5.js' : 'self-test.js');

const page = (standard: Standard): string =>
  `<!doctype html>\n${
    html`<html lang="en-GB" data-standard="${standard}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${ABOUT.title}</title><style>${rendered(builtFile('self-test.css').toString('utf8'))}</style></head>
<body><main id="main"><h1>Testing your learning system</h1><noscript><p>This test needs JavaScript, as every module does. Allow scripts on this page.</p></noscript>${late('The test')}</main>
<script defer src="${scriptFor(standard).name}"></script></body></html>`.text
  }\n`;

const readme = (standard: Standard): string =>
  `<!doctype html>\n${
    html`<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${ABOUT.title}: read me</title></head>
<body><main><h1>${ABOUT.title}</h1>
<p>Import this file as it is, as a ${STANDARDS[standard].title} package, where you would import a module.</p>
<ol><li>Launch it as a test learner. It tests by itself, and says how to end the first launch.</li>
<li>Launch it again. Close its window without pressing anything.</li>
<li>Launch it a third time. It says what your system does, and what to change.</li></ol>
<p>Copy the report at its end and send it to support. It names nobody. Nothing is sent by itself.</p>
<p>To test again, reset the test learner’s record, or take another test learner.</p></main></body></html>`.text
  }\n`;
