/** Packages that others make and the standards allow, each our own with a change: none of them is to be called wrong. */
import { also, type Break, both, renamed, text } from './breaks.ts';

const MANIFEST = 'imsmanifest.xml';
const manifest = (from: string | RegExp, to: string): Break => text(MANIFEST, from, to);

/** The manifest in other bytes. */
const encoded =
  (declared: string, encode: (xml: string) => Buffer): Break =>
  (files) =>
    files.map(({ name, bytes }) => {
      if (name !== MANIFEST) return { name, bytes };
      return { name, bytes: encode(bytes.toString('utf8').replace('encoding="UTF-8"', declared)) };
    });

const wide = (xml: string): Buffer => Buffer.from(`\ufeff${xml}`, 'utf16le');

/** Every file but manifest and schemas in a folder. */
const inFolder =
  (folder: string): Break =>
  (files) =>
    files.map((one) => {
      if (/\.(xsd|dtd)$/.test(one.name)) return one;
      if (one.name !== MANIFEST) return { ...one, name: `${folder}${one.name}` };
      const xml = one.bytes.toString('utf8').replace('<adlcp:location>', `<adlcp:location>${folder}`);
      return { ...one, bytes: Buffer.from(xml) };
    });

const more = (name: string, xml: string): Break => both(also(name), manifest('</resources>', `${xml}</resources>`));

/** Of every edition; SCO stands for the attribute as the edition spells it. */
export const GOOD: Readonly<Record<string, Break>> = {
  'a launch with a query': manifest(/(<resource [^>]*href="index\.html)"/, '$1?lang=en"'),
  'a launch with a fragment': manifest(/(<resource [^>]*href="index\.html)"/, '$1#start"'),
  'a base on the resource': both(inFolder('content/'), manifest('<resource ', '<resource xml:base="content/" ')),
  'a base on the resources': both(inFolder('content/'), manifest('<resources>', '<resources xml:base="content/">')),
  'bases that add up': both(
    inFolder('content/one/'),
    both(
      manifest('<resources>', '<resources xml:base="content/">'),
      manifest('<resource ', '<resource xml:base="one/" '),
    ),
  ),
  'a name with percent signs': both(
    renamed('settings.js', 'my settings.js'),
    manifest('href="settings.js"', 'href="my%20settings.js"'),
  ),
  'a name with a space as it is': both(
    renamed('settings.js', 'my settings.js'),
    manifest('href="settings.js"', 'href="my settings.js"'),
  ),
  'addresses in a script that loads nothing by them': text(
    'settings.js',
    /$/,
    '\n/*! https://licence.example/ */\n// fetch("https://a.example/")\n * @see import("https://b.example/")\n' +
      'document.createElementNS("http://www.w3.org/2000/svg", "svg");\nconst link = "https://c.example/";\n' +
      '//# sourceMappingURL=https://d.example/a.map\n',
  ),
  'a dot before a name': manifest('<file href="settings.js"', '<file href="./settings.js"'),
  'a resource that nobody launches, without an address': more(
    'shared.js',
    '<resource identifier="shared" type="webcontent" SCO="asset"><file href="shared.js"/></resource>',
  ),
  'line ends round a text': manifest('<schema>ADL SCORM</schema>', '<schema>\n    ADL SCORM\n  </schema>'),
  'UTF-16 with a mark': encoded('encoding="UTF-16"', wide),
  'UTF-16 the other way round': encoded('encoding="UTF-16"', (xml) => wide(xml).swap16()),
  'UTF-8 with a mark': encoded('encoding="UTF-8"', (xml) => Buffer.from(`\ufeff${xml}`)),
  'Latin 1': encoded('encoding="ISO-8859-1"', (xml) => Buffer.from(xml.replace(/[^\x20-\x7e\s]/g, '\u00e9'), 'latin1')),
  'no declaration': encoded('', (xml) => Buffer.from(xml.replace(/^<\?xml[^>]*>\s*/, ''))),
  'a description in a file of its own': both(
    also('about.xml'),
    manifest('</metadata>', '<adlcp:location>about.xml</adlcp:location></metadata>'),
  ),
  'a second content object': both(
    more(
      'two.html',
      '<resource identifier="two" type="webcontent" SCO="sco" href="two.html"><file href="two.html"/></resource>',
    ),
    manifest('</item>', '</item><item identifier="item_2" identifierref="two"><title>Two</title></item>'),
  ),
  'a chapter of content objects': both(
    more(
      'two.html',
      '<resource identifier="two" type="webcontent" SCO="sco" href="two.html"><file href="two.html"/></resource>',
    ),
    manifest(
      '</item>',
      '</item><item identifier="chapter"><title>Chapter</title><item identifier="item_2" identifierref="two"><title>Two</title></item></item>',
    ),
  ),
  'what a vendor adds': manifest(
    '</item>',
    '<v:player xmlns:v="http://vendor.example/ns"><v:file href="none.html"/><v:item/></v:player></item>',
  ),
  'a resource that needs another': both(
    more(
      'shared.js',
      '<resource identifier="shared" type="webcontent" SCO="asset"><file href="shared.js"/></resource>',
    ),
    manifest('</resource>', '<dependency identifierref="shared"/></resource>'),
  ),
};

/** Of 1.2. */
export const GOOD_12: Readonly<Record<string, Break>> = {
  'no default organization': manifest(/<organizations default="[^"]*"/, '<organizations'),
  'a manifest within the manifest': both(
    also('two.html'),
    both(
      manifest(
        '</manifest>',
        '<manifest identifier="inner"><organizations default="inner_org"><organization identifier="inner_org">' +
          '<title>Two</title><item identifier="item_2" identifierref="two"><title>Two</title></item></organization></organizations>' +
          '<resources><resource identifier="two" type="webcontent" SCO="sco" href="two.html"><file href="two.html"/></resource>' +
          '</resources></manifest></manifest>',
      ),
      manifest(
        '</organization>',
        '<item identifier="item_3" identifierref="inner"><title>Two</title></item></organization>',
      ),
    ),
  ),
};

const structure = (from: string | RegExp, to: string): Break => text('cmi5.xml', from, to);

export const GOOD_CMI5: Readonly<Record<string, Break>> = {
  'a launch with a query': structure('<url>index.html', '<url>index.html?lang=en'),
  'a launch with percent signs': both(
    renamed('index.html', 'my index.html'),
    structure('<url>index.html', '<url>my%20index.html'),
  ),
  'line ends round a launch': structure('<url>index.html', '<url>\n  ./index.html'),
};

/** Of the 2004 editions. */
export const GOOD_2004: Readonly<Record<string, Break>> = {
  'a chapter with rules for its order': both(
    more(
      'two.html',
      '<resource identifier="two" type="webcontent" SCO="sco" href="two.html"><file href="two.html"/></resource>',
    ),
    manifest(
      '</item>',
      '</item><item identifier="chapter"><title>Chapter</title><item identifier="item_2" identifierref="two"><title>Two</title></item>' +
        '<imsss:sequencing><imsss:controlMode choice="false" flow="true"/></imsss:sequencing></item>',
    ),
  ),
};
