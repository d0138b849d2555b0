/** The application: what it is given, then its plugins and features in the order in which a request meets them. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import etag from '@fastify/etag';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastifyView from '@fastify/view';
import { Eta } from 'eta';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  type RawServerDefault,
} from 'fastify';
import { type Db, openDb } from '../db/client.ts';
import { addPeople } from './accounts/people.ts';
import { recordRoutes } from './accounts/record-routes.ts';
import { accountRoutes } from './accounts/routes.ts';
import { answerErrors, answerUnknown, answerUnreadable } from './answer-errors.ts';
import { cookieNames, cookieOptions, isHttps } from './app-options.ts';
import { addAttempts } from './attempts.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { sitePages } from './catalogue/site-pages.ts';
import { certificateRoutes } from './certificates/routes.ts';
import type { Config } from './config.ts';
import { galleryRoutes } from './gallery/routes.ts';
import { attemptRoutes } from './learning/attempt-routes.ts';
import { commitRoutes } from './learning/commit-routes.ts';
import { playRoutes } from './learning/play-routes.ts';
import { releaseConnections } from './operations/release-connections.ts';
import { operationsRoutes } from './operations/routes.ts';
import { contentRoutes } from './packaging/content-routes.ts';
import { packageHelpRoutes } from './packaging/help-routes.ts';
import { permanentRoutes } from './packaging/permanent-routes.ts';
import { packagingRoutes } from './packaging/routes.ts';
import { addPages } from './pages.ts';
import { practiceRoutes } from './practice/routes.ts';
import { addPublished } from './published.ts';
import { root } from './root.ts';
import { keptSecret } from './secrets.ts';
import { togetherRoutes } from './together/routes.ts';
import { sheetRoutes } from './together/sheet-routes.ts';

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

declare module 'fastify' {
  interface FastifyInstance {
    readonly db: Db;
    readonly config: Config;
    /** The server's clock: client time is a claim, never the truth. */
    readonly clock: () => Date;
    /** Signs cookies and sessions. */
    readonly secret: string;
    /** Where people reach this server: BASE_URL, or the address that it listens on. */
    readonly baseUrl: () => string;
  }
}

export interface AppOptions {
  readonly config: Config;
  readonly clock?: () => Date;
  /** Adds to the site what a test wants to see there. */
  readonly also?: (site: App) => void;
}

/** Builds the application, ready to listen or to be injected into. Closing it closes the database. */
export async function buildApp({ config, clock = () => new Date(), also }: AppOptions): Promise<App> {
  const app: App = fastify({
    logger: { level: config.logLevel, serializers: { req: withoutToken } },
    // One proxy ends HTTPS before us; what stands further left in X-Forwarded-For is the visitor's own claim.
    trustProxy: (_address, hop) => isHttps(config) && hop < 1,
    bodyLimit: 64 * 1024,
    genReqId: requestIds(),
    frameworkErrors: answerUnreadable,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>();

  const db = openDb({ dataDir: config.dataDir, migrations: path.join(root, 'db/migrations') });
  app.decorate('db', db);
  app.decorate('config', config);
  app.decorate('clock', clock);
  app.decorate('secret', config.secret ?? keptSecret(config.dataDir, 'session-secret'));
  app.decorate('baseUrl', () => config.baseUrl ?? app.listeningOrigin);
  app.addHook('onClose', () => db.close());
  releaseConnections(app);
  addPublished(app);
  addPeople(app);
  addAttempts(app);
  answerErrors(app);

  // Commits stand beside the site: the hooks of the plugins for its pages took a tenth of a commit's time.
  await app.register(commitRoutes);
  await app.register(async (site: App) => {
    await addPagePlugins(site);
    await addFeatures(site);
    also?.(site);
  });
  return app;
}

/** What every page has: cookies, tokens for forms, security headers, views, and the site's own files. */
async function addPagePlugins(app: App): Promise<void> {
  const { config } = app;
  await app.register(compress, { threshold: 1024 });
  await app.register(etag);
  await app.register(cookie, { secret: app.secret });
  await app.register(formbody);
  await app.register(csrf, { cookieKey: cookieNames(config).csrf, cookieOpts: cookieOptions(config) });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        // helmet's default breaks plain-HTTP hosts other than loopback (scorm.md).
        ...(isHttps(config) && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isHttps(config),
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  await app.register(rateLimit, { global: false });
  await app.register(fastifyView, {
    engine: { eta: new Eta({ views: path.join(root, 'views'), cache: true }) },
    templates: path.join(root, 'views'),
    viewExt: 'eta',
  });
  await app.register(fastifyStatic, {
    root: path.join(root, 'dist/assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
  addPages(app);
  answerUnknown(app);
}

async function addFeatures(app: App): Promise<void> {
  await app.register(catalogueRoutes);
  await app.register(sitePages);
  await app.register(galleryRoutes);
  await app.register(togetherRoutes);
  await app.register(sheetRoutes);
  await app.register(practiceRoutes);
  await app.register(attemptRoutes);
  await app.register(playRoutes);
  await app.register(packagingRoutes);
  await app.register(permanentRoutes);
  await app.register(packageHelpRoutes);
  await app.register(contentRoutes);
  await app.register(certificateRoutes);
  await app.register(accountRoutes);
  await app.register(recordRoutes);
  await app.register(operationsRoutes);
}

/**
 * What is logged of a request: a token would open its package's download to whoever reads logs. An address has many
 * spellings that lead to the same route, so the route's own is logged; elsewhere a token is known by how it begins.
 */
const withoutToken = ({ method, url, routeOptions }: FastifyRequest) => ({
  method,
  url: routeOptions.url?.includes('/:token') ? routeOptions.url : url.replace(/(sp[dc]_)\w+/gi, '$1…'),
});

/** Ids that no two runs of the server share: random once, then counted, as randomness for each costs a commit 7 %. */
function requestIds(): () => string {
  const run = randomBytes(5).toString('hex');
  let count = 0;
  return () => `${run}-${(++count).toString(36)}`;
}
