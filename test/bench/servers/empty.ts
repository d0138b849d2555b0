/** The start of a server with the same dependencies and nothing of ours in it. Prints its address. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import etag from '@fastify/etag';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastifyView from '@fastify/view';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { anonymous } from 'better-auth/plugins/anonymous';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { Eta } from 'eta';
import fastify from 'fastify';
import MarkdownIt from 'markdown-it';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { create } from 'xmlbuilder2';
import YAML from 'yaml';
import { ZipFile } from 'yazl';

const dataDir = process.env.DATA_DIR ?? '.';
mkdirSync(dataDir, { recursive: true });
const orm = drizzle(new Database(path.join(dataDir, 'empty.db')));
const auth = betterAuth({
  baseURL: 'http://localhost',
  secret: 'a secret that is long enough to be one',
  telemetry: { enabled: false },
  database: drizzleAdapter(orm, { provider: 'sqlite', transaction: false }),
  emailAndPassword: { enabled: true },
  plugins: [anonymous()],
});
/** Named, so that the bundle cannot leave them out. */
const loaded = [auth, MarkdownIt, PDFDocument, QRCode, Compile(Type.Object({})), create, YAML, ZipFile];

const app = fastify();
await app.register(compress);
await app.register(etag);
await app.register(cookie, { secret: 'a secret that is long enough to be one' });
await app.register(formbody);
await app.register(csrf);
await app.register(helmet);
await app.register(rateLimit, { global: false });
await app.register(fastifyView, { engine: { eta: new Eta() } });
await app.register(fastifyStatic, { root: path.resolve('dist'), serve: false });
app.get('/healthz', async () => ({ loaded: loaded.length }));
await app.listen({ port: 0, host: '127.0.0.1' });
console.log(app.listeningOrigin);
process.on('SIGTERM', () => process.exit(0));
