/** For each requirement on a cmi5 package, changes that break it. */
import { README } from '../../server/packaging/readme.ts';
import { also, type Break, renamed, text, without } from './breaks.ts';

const STRUCTURE = 'cmi5.xml';
const structure = (from: string | RegExp, to: string): Break => text(STRUCTURE, from, to);
const AU = /<au id="[^"]*"/;

/** Changes after which a structure is none by its schema. */
export const INVALID_CMI5: readonly Break[] = [
  structure(/CourseStructure\.xsd/, 'CourseStructure2.xsd'),
  structure(/courseStructure/g, 'course-structure'),
  structure(/<course [\s\S]*<\/course>/, ''),
  structure(/(<au[\s\S]*?)<description>[\s\S]*?<\/description>/, '$1'),
  structure(/(<title>[\s\S]*?<\/title>)\s*(<description>[\s\S]*?<\/description>)/, '$2$1'),
  structure(/<url>.*<\/url>/, ''),
  structure('</au>', '<price>1</price></au>'),
  structure('</au>', '<entitlementKey>k</entitlementKey><launchParameters>p</launchParameters></au>'),
  structure(/<au [\s\S]*<\/au>/, ''),
  structure('moveOn="CompletedAndPassed"', 'moveOn="completedAndPassed"'),
  structure('launchMethod="AnyWindow"', 'launchMethod="NewWindow"'),
  structure('launchMethod="AnyWindow"', 'colour="red"'),
  structure(/<langstring lang="en-GB">/, '<langstring language="en-GB">'),
  structure(/<course id="[^"]*"/, '<course'),
  structure(/(<\/course>)/, '$1<objectives/>'),
  structure(/(<\/course>)/, '$1<objectives><objective id="urn:o:1"/></objectives>'),
];

/** By requirement: changes that break it and no other. */
export const BROKEN_CMI5: Readonly<Record<string, readonly Break[]>> = {
  'package.manifest-at-root': [without(STRUCTURE), renamed(STRUCTURE, `course/${STRUCTURE}`)],
  'package.manifest-readable': [
    structure('</courseStructure>', ''),
    structure('<courseStructure', '<!DOCTYPE courseStructure [<!ENTITY a "b">]><courseStructure'),
  ],
  'package.iris': [
    structure(AU, '<au id="security"'),
    structure(AU, '<au id="a/b"'),
    structure(AU, '<au id="urn:has space"'),
    structure(/<course id="[^"]*"([\s\S]*)<au id="[^"]*"/, '<course id="urn:a:b"$1<au id="urn:a:b"'),
    structure('activityType="http://adlnet.gov/expapi/activities/module"', 'activityType="module"'),
  ],
  'package.objectives': [structure('<url>', '<objectives><objective idref="urn:o:1"/></objectives><url>')],
  'package.titles': [
    structure(/(<au[^>]*>\s*<title>\s*<langstring[^>]*>)[^<]*/, `$1${'x'.repeat(300)}`),
    structure(/(<course[^>]*>\s*<title>\s*<langstring[^>]*>)[^<]*/, '$1 '),
  ],
  'package.scaled-mastery': [
    structure('masteryScore="0.6"', 'masteryScore="60"'),
    structure('masteryScore="0.6"', 'masteryScore="0.60001"'),
    structure('masteryScore="0.6"', 'masteryScore="-0.6"'),
    structure('masteryScore="0.6"', 'masteryScore="high"'),
  ],
  'package.move-on': [
    structure(' moveOn="CompletedAndPassed"', ''),
    structure('moveOn="CompletedAndPassed"', 'moveOn="NotApplicable"'),
  ],
  'package.launch-url': [
    structure('<url>index.html', '<url>start.html'),
    structure('<url>index.html', '<url>../index.html'),
    structure('<url>index.html', '<url>index.html?fetch=mine'),
  ],
  'package.file-names': [renamed('settings.js', 'Settings.js'), renamed('settings.js', 'the settings.js')],
  'package.file-types': [renamed('settings.js', 'settings.mjs'), also('data.json')],
  'package.no-other-host': [
    structure('<url>index.html', '<url>https://cdn.example/index.html'),
    text('index.html', '<script defer src="', '<script defer src="https://cdn.example/'),
    text(README, '<main>', '<main><img src="http://pixel.example/a.png">'),
  ],
};
