/**
 * `GET /connected/COURSE/content.json`: what a connected package had better play than what it carries. For pages of any
 * LMS, without cookie or token: published content is for everybody.
 */
import { Type } from 'typebox';
import { differsInWordsOnly } from '../../courses/model/wording.ts';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import type { Published, PublishedVersions } from '../published.ts';

const Params = Type.Object({ course: Type.String() });
const Carried = Type.Object({
  /** Ids of the modules that it plays, joined by commas. */
  modules: Type.String({ pattern: '^[a-z0-9-]+(,[a-z0-9-]+)*$' }),
  hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  /** The content that a path names which the LMS holds: the first eight characters of its hash. */
  path: Type.Optional(Type.String({ pattern: '^[0-9a-f]{8}$' })),
});

/** A whole employer may launch from behind one address; who has to wait plays what the package carries. */
const rateLimit = { max: 600, timeWindow: '1 minute' };

export async function contentRoutes(app: App): Promise<void> {
  const isRewording = rewordings(app.published);
  app.get(
    '/connected/:course/content.json',
    {
      schema: { params: Params, querystring: Carried },
      config: { rateLimit },
      onRequest: async (_, reply) => void reply.header('access-control-allow-origin', '*'),
    },
    async ({ params: { course }, query }, reply) => {
      const { hash, path } = query;
      const modules = query.modules.split(',');
      const newest = app.published.newest(course);
      if (!newest) throw new AppError('not-found');
      const carried = app.published.version(hash);
      const better =
        path === undefined ? carried && rewordingOf(carried, newest, modules) : app.published.named(course, path);
      const content = better && app.published.part(better.hash, modules);
      reply.header('cache-control', 'public, no-cache');
      if (!better || content?.modules.length !== modules.length) return reply.status(204).send();
      return reply.send({ format: 1, hash: better.hash, modules, content });
    },
  );

  /** The newest version, where it was published later than what the package carries and says the same in other words. */
  function rewordingOf(carried: Published, newest: Published, modules: readonly string[]): Published | undefined {
    if (!app.published.isNewer(newest.hash, carried.hash)) return undefined;
    return isRewording(carried, newest, modules) ? newest : undefined;
  }
}

/** Comparing two versions takes some milliseconds, and a course has few pairs that anybody asks about. */
const MOST_PAIRS = 1000;

function rewordings({ part }: PublishedVersions) {
  const known = new Map<string, boolean>();
  const areTheSame = (carried: Published, newest: Published, modules: readonly string[]): boolean => {
    const [before, after] = [part(carried.hash, modules), part(newest.hash, modules)];
    return before !== undefined && after !== undefined && differsInWordsOnly(before, after);
  };
  return (carried: Published, newest: Published, modules: readonly string[]): boolean => {
    const key = [carried.hash, newest.hash, ...modules].join();
    const found = known.get(key) ?? areTheSame(carried, newest, modules);
    if (known.size >= MOST_PAIRS) known.clear();
    known.set(key, found);
    return found;
  };
}
