/** For each requirement on a package, changes that break it and nothing else. */
import { README } from '../../server/packaging/readme.ts';
import { also, type Break, both, renamed, text, without } from './breaks.ts';

const MANIFEST = 'imsmanifest.xml';
const manifest = (from: string | RegExp, to: string): Break => text(MANIFEST, from, to);

/** A file under another name, in the zip and in the manifest. */
const called = (from: string, to: string): Break =>
  both(renamed(from, to), manifest(`<file href="${from}"/>`, `<file href="${to}"/>`));

/** Breaks of every edition. */
export const BROKEN: Readonly<Record<string, readonly Break[]>> = {
  'package.manifest-at-root': [without(MANIFEST), renamed(MANIFEST, `course/${MANIFEST}`)],
  'package.manifest-readable': [
    manifest('</manifest>', ''),
    manifest('<manifest', '<!DOCTYPE manifest [<!ENTITY a "b">]><manifest'),
  ],
  'package.schema-named': [
    manifest('<schema>ADL SCORM</schema>', '<schema>SCORM</schema>'),
    manifest('<schema>ADL SCORM</schema>', ''),
  ],
  'package.prefixes': [both(manifest(/adlcp:/g, 'scorm:'), manifest('xmlns:adlcp=', 'xmlns:scorm='))],
  'package.identifiers': [
    manifest(/<manifest([^>]*) identifier="[^"]*"/, '<manifest$1'),
    manifest(/<manifest([^>]*) identifier="[^"]*"/, `<manifest$1 identifier="${'x'.repeat(260)}"`),
    manifest(/<item identifier="[^"]*"/, '<item identifier="standpoint_tiny_security_sco"'),
  ],
  'package.titles': [
    manifest(/(<item[^>]*>\s*<title>)[^<]*/, `$1${'x'.repeat(300)}`),
    manifest(/(<item[^>]*>\s*)<title>[^<]*<\/title>/, '$1'),
  ],
  'package.references': [
    manifest(/identifierref="[^"]*"/, 'identifierref="elsewhere"'),
    manifest(/default="[^"]*"/, 'default="elsewhere"'),
  ],
  'package.one-sco': [
    manifest(
      /<\/item>/,
      '</item><item identifier="two" identifierref="standpoint_tiny_security_sco"><title>2</title></item>',
    ),
  ],
  'package.launch-listed': [manifest(/(<resource[^>]*) href="index.html"/, '$1 href="start.html"')],
  'package.files-there': [without('settings.js')],
  'package.files-listed': [also('notes.html'), manifest('<file href="settings.js"/>', '')],
  'package.file-names': [
    called('settings.js', 'Settings.js'),
    called('settings.js', 'the settings.js'),
    called('settings.js', '../settings.js'),
    called('settings.js', 'settings\u00e9.js'),
  ],
  'package.file-types': [called('settings.js', 'settings.json'), called('settings.js', 'settings.mjs')],
  'package.no-other-host': [
    text('index.html', '<script defer src="', '<script defer src="https://cdn.example/'),
    text('index.html', '</style>', '@import url(//fonts.example/a.css);</style>'),
    text(README, '<main>', '<main><img src="http://pixel.example/a.png">'),
    text('settings.js', /$/, "\nfetch('https://log.example/x');"),
    text('settings.js', /$/, '\nrequest.open("POST", "//log.example/x");'),
    text('settings.js', /$/, '\nimport "https://cdn.example/a.js";'),
  ],
  'package.schemas-carried': [
    both(without('imscp_v1p1.xsd'), without('imscp_rootv1p1p2.xsd')),
    manifest(/ xsi:schemaLocation="[^"]*"/, ''),
  ],
};

export const BROKEN_12: Readonly<Record<string, readonly Break[]>> = {
  'package.schema-named': [manifest('>1.2<', '>1.3<')],
  'package.scorm-type': [
    manifest('adlcp:scormtype', 'adlcp:scormType'),
    manifest('scormtype="sco"', 'scormtype="asset"'),
  ],
  'package.mastery-score': [manifest('</item>', '<adlcp:masteryscore>180</adlcp:masteryscore></item>')],
};

export const BROKEN_2004: Readonly<Record<string, readonly Break[]>> = {
  'package.schema-named': [manifest(/>2004 (3r|4t)[dh] Edition</, '>CAM 1.3<')],
  'package.scorm-type': [manifest('adlcp:scormType', 'adlcp:scormtype')],
  'package.measures': [manifest('>0.6<', '>60<'), manifest('>0.6<', '>high<')],
};
