/** What is published, as every feature reads it: parsed once, and the same object each time it is asked for. */
import { type Content, selectModules } from '../courses/model/content.ts';
import { type StoredSource, type VersionQueries, versionQueries } from '../db/versions.ts';
import type { App } from './app.ts';

export interface Published {
  readonly hash: string;
  readonly content: Content;
}

export interface PublishedVersions {
  /** Every course and the hash of its newest version. */
  readonly courses: () => { id: string; hash: string }[];
  /** What a new attempt plays. */
  readonly newest: (courseId: string) => Published | undefined;
  /** Any version that was ever published. */
  readonly version: (hash: string) => Published | undefined;
  /** The version of a course that a path names by the first eight characters of its hash. */
  readonly named: (courseId: string, hash8: string) => Published | undefined;
  /** Whether a version was published after another; false where one of them never was. */
  readonly isNewer: (hash: string, than: string) => boolean;
  /** Those modules of a version that it has, in the order of the course, with the clauses that they name. */
  readonly part: (hash: string, moduleIds: readonly string[]) => Content | undefined;
  /** One module of a version with the clauses it names: what its attempts are replayed against. */
  readonly module: (hash: string, moduleId: string) => Content | undefined;
  /** Publishes a content under its hash, with the files it was made from, and makes it the newest of its course. */
  readonly publish: (hash: string, content: Content, source?: readonly StoredSource[]) => void;
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly published: PublishedVersions;
  }
}

/** Versions kept parsed. An attempt of an older one costs a parse of some 300 kB, so a few are plenty. */
const KEPT = 8;
/** Parts kept of each version. Finding out what one needs takes 10 ms and more, and keeping it next to nothing. */
const KEPT_PARTS = 256;

export function addPublished(app: App): void {
  app.decorate('published', publishedVersions(versionQueries(app.db), app.clock));
}

function publishedVersions(versions: VersionQueries, clock: () => Date): PublishedVersions {
  const parsed = new Map<string, { published: Published; parts: Map<string, Content> }>();
  let newest = new Map(versions.newest().map((one) => [one.id, one.hash]));

  const find = (hash: string) => {
    const known = parsed.get(hash);
    if (known) return known;
    const row = versions.stored(hash);
    if (!row) return undefined;
    const made = { published: { hash, content: JSON.parse(row.content) as Content }, parts: new Map() };
    parsed.set(hash, made);
    const [oldest] = parsed.keys();
    if (parsed.size > KEPT && oldest !== undefined) parsed.delete(oldest);
    return made;
  };

  const part = (hash: string, moduleIds: readonly string[]): Content | undefined => {
    const version = find(hash);
    if (!version) return undefined;
    const { content } = version.published;
    const ids = content.modules.map((one) => one.id).filter((id) => moduleIds.includes(id));
    const key = ids.join();
    const known = version.parts.get(key);
    if (known) return known;
    const made = selectModules(content, ids);
    version.parts.set(key, made);
    const [oldest] = version.parts.keys();
    if (version.parts.size > KEPT_PARTS && oldest !== undefined) version.parts.delete(oldest);
    return made;
  };

  return {
    courses: () => [...newest].map(([id, hash]) => ({ id, hash })),
    newest: (courseId) => find(newest.get(courseId) ?? '')?.published,
    version: (hash) => find(hash)?.published,
    named: (courseId, hash8) => find(versions.startingWith(courseId, hash8) ?? '')?.published,
    isNewer: (hash, than) => {
      const [at, before] = [versions.publishedAt(hash), versions.publishedAt(than)];
      return at !== undefined && before !== undefined && at > before;
    },
    part,
    module: (hash, moduleId) => {
      const content = part(hash, [moduleId]);
      return content?.modules.length === 1 ? content : undefined;
    },
    publish: (hash, content, source) => {
      const publishedAt = clock();
      versions.publish({ hash, courseId: content.course.id, content: JSON.stringify(content), publishedAt }, source);
      newest = new Map(versions.newest().map((one) => [one.id, one.hash]));
    },
  };
}
