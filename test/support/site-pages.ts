/** The pages that anybody may read, for tests that hold of all of them. */

/** Those of the tiny course: each carries the notice of its guidance. */
export const COURSE_PAGES = [
  '/',
  '/courses/tiny',
  '/courses/tiny/about',
  '/courses/tiny/coverage',
  '/modules/tiny/security',
  '/modules/tiny/security/transcript',
  '/modules/tiny/security/ways',
  '/modules/tiny/security/sheet',
  '/courses/tiny/packages',
  '/modules/tiny/security/packages',
  '/courses/tiny/certificate',
];

export const SITE_PAGES = [
  '/about',
  '/privacy',
  '/accessibility',
  '/packages/help/generic',
  '/packages/help/moodle',
  '/packages/help/cornerstone',
  '/packages/help/successfactors',
  '/packages/help/canvas',
  '/packages/help/blackboard',
  '/packages/help/esr',
  '/packages/help/lrs',
];

export const MISSING_PAGES = [
  '/nothing-here',
  '/courses/nothing',
  '/courses/nothing/about',
  '/courses/nothing/coverage',
  '/modules/nothing/security',
  '/modules/tiny/nothing',
  '/modules/tiny/nothing/transcript',
  '/modules/tiny/nothing/ways',
  '/modules/tiny/nothing/sheet',
  '/courses/nothing/packages',
  '/modules/tiny/nothing/packages',
  '/packages/help/nothing',
];
