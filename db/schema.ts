/** Every table. Times are milliseconds since 1970 in UTC; the attempt ledger knows learners, never names. */
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const created = () => integer('created_at', { mode: 'timestamp_ms' }).notNull();
const updated = () => integer('updated_at', { mode: 'timestamp_ms' }).notNull();

/** better-auth's own four tables, in the shape that its Drizzle adapter expects. */
export const user = sqliteTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
  image: text('image'),
  isAnonymous: integer('is_anonymous', { mode: 'boolean' }).notNull().default(false),
  createdAt: created(),
  updatedAt: updated(),
});

export const session = sqliteTable(
  'session',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: created(),
    updatedAt: updated(),
  },
  (table) => [index('session_user').on(table.userId)],
);

export const account = sqliteTable(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: integer('access_token_expires_at', { mode: 'timestamp_ms' }),
    refreshTokenExpiresAt: integer('refresh_token_expires_at', { mode: 'timestamp_ms' }),
    scope: text('scope'),
    password: text('password'),
    createdAt: created(),
    updatedAt: updated(),
  },
  (table) => [index('account_user').on(table.userId)],
);

export const verification = sqliteTable(
  'verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    createdAt: created(),
    updatedAt: updated(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
);

/** A pseudonym. Attempts belong to it; a user links to it, and erasing the user leaves it without a name. */
export const learner = sqliteTable('learner', {
  id: text('id').primaryKey(),
  userId: text('user_id')
    .unique()
    .references(() => user.id, { onDelete: 'set null' }),
  createdAt: created(),
});

/** Immutable: the whole content by its sha-256. */
export const publishedVersion = sqliteTable('published_version', {
  hash: text('hash').primaryKey(),
  courseId: text('course_id').notNull(),
  content: text('content').notNull(),
  publishedAt: integer('published_at', { mode: 'timestamp_ms' }).notNull(),
});

/**
 * The files that a published version was made from, byte for byte, so that an author can have them back. Files that differ
 * in comments only make the same version; those published last are kept. Versions from before this table have none.
 */
export const sourceFile = sqliteTable(
  'source_file',
  {
    versionHash: text('version_hash')
      .notNull()
      .references(() => publishedVersion.hash),
    /** From the course's folder; a guidance document begins with `guidance/`. */
    name: text('name').notNull(),
    gzip: blob('gzip', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionHash, table.name] })],
);

/** Which version a new attempt plays. */
export const course = sqliteTable('course', {
  id: text('id').primaryKey(),
  newestHash: text('newest_hash')
    .notNull()
    .references(() => publishedVersion.hash),
});

/**
 * One learner's way through one module of one published version. `path` is the truth; the outcome columns are what
 * replaying it gave, kept for lists and reports.
 */
export const attempt = sqliteTable(
  'attempt',
  {
    id: text('id').primaryKey(),
    learnerId: text('learner_id')
      .notNull()
      .references(() => learner.id),
    versionHash: text('version_hash')
      .notNull()
      .references(() => publishedVersion.hash),
    courseId: text('course_id').notNull(),
    moduleId: text('module_id').notNull(),
    nonce: text('nonce').notNull().unique(),
    path: text('path').notNull(),
    finished: integer('finished').notNull().default(0),
    complete: integer('complete', { mode: 'boolean' }).notNull().default(false),
    passed: integer('passed', { mode: 'boolean' }).notNull().default(false),
    percent: integer('percent'),
    startedAt: integer('started_at', { mode: 'timestamp_ms' }).notNull(),
    savedAt: integer('saved_at', { mode: 'timestamp_ms' }).notNull(),
    passedAt: integer('passed_at', { mode: 'timestamp_ms' }),
  },
  (table) => [index('attempt_learner').on(table.learnerId, table.courseId, table.moduleId)],
);

/** A path that its learner replaced by another way of the same attempt. Kept, so that neither is dropped silently. */
export const pathSetAside = sqliteTable(
  'path_set_aside',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    attemptId: text('attempt_id')
      .notNull()
      .references(() => attempt.id),
    path: text('path').notNull(),
    setAsideAt: integer('set_aside_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('path_set_aside_attempt').on(table.attemptId)],
);

/** An employer, who is also the tenant: better-auth's organization, in the shape that its plugin expects. */
export const organization = sqliteTable('organization', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  slug: text('slug').notNull().unique(),
  logo: text('logo'),
  metadata: text('metadata'),
  createdAt: created(),
});

/**
 * A package that an employer keeps up to date from here. `modules` are ids joined by spaces; null is the whole course,
 * whatever modules it has. What was last served, and since when, is what its permanent address says about itself.
 */
export const connectedPackage = sqliteTable(
  'connected_package',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    courseId: text('course_id').notNull(),
    modules: text('modules'),
    standard: text('standard').notNull(),
    /** JSON: what was chosen about reporting, and what it is called. */
    choices: text('choices').notNull().default('{}'),
    createdAt: created(),
    servedEtag: text('served_etag'),
    servedSince: integer('served_since', { mode: 'timestamp_ms' }),
  },
  (table) => [index('connected_package_organization').on(table.organizationId)],
);

/**
 * What opens one door of a connected package: its download, or claims of certificates. Only the sha-256 of a token is
 * kept, so a copy of the database opens nothing.
 */
export const packageToken = sqliteTable(
  'package_token',
  {
    id: text('id').primaryKey(),
    packageId: text('package_id')
      .notNull()
      .references(() => connectedPackage.id, { onDelete: 'cascade' }),
    purpose: text('purpose', { enum: ['download', 'claim'] }).notNull(),
    hash: text('hash').notNull().unique(),
    createdAt: created(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    revokedAt: integer('revoked_at', { mode: 'timestamp_ms' }),
  },
  (table) => [index('package_token_package').on(table.packageId)],
);

/**
 * What was certified, frozen. `record` is the signed JSON, byte for byte as it was signed; the other columns are for
 * finding it. `subject` is what there is one certificate of, however often it is asked for: a learner's course, guidance
 * and modules, or the nonce of an attempt that an employer's LMS reported.
 */
export const certificate = sqliteTable(
  'certificate',
  {
    code: text('code').primaryKey(),
    subject: text('subject').notNull().unique(),
    /** Whose it is; null where it was reported through an LMS, as nobody here knows its learner. */
    learnerId: text('learner_id').references(() => learner.id),
    /** The one attempt of this server that it stands on, where it is one. */
    attemptId: text('attempt_id').references(() => attempt.id),
    /** The employer through whose LMS it was reported. */
    organizationId: text('organization_id').references(() => organization.id),
    record: text('record').notNull(),
    signature: text('signature').notNull(),
    keyId: text('key_id').notNull(),
    issuedAt: integer('issued_at', { mode: 'timestamp_ms' }).notNull(),
    revokedAt: integer('revoked_at', { mode: 'timestamp_ms' }),
    revokedWhy: text('revoked_why'),
  },
  (table) => [index('certificate_learner').on(table.learnerId)],
);
