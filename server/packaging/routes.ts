/** Packages to download, for everybody: what is in them can be read on this site anyway. */
import type { FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { findCourse, findModule } from '../find-published.ts';
import { isStandard, type Standard } from '../package-standards.ts';
import type { Published } from '../published.ts';
import { ChoiceQuery, faultsIn, readChoice } from './choice.ts';
import { describeDownloads } from './describe-downloads.ts';
import { fileName } from './file-name.ts';
import { packageKeeper } from './keep-packages.ts';

const OfCourse = Type.Object({ course: Type.String() });
const OfModule = Type.Object({ course: Type.String(), module: Type.String() });
const CourseFile = Type.Object({ course: Type.String(), file: Type.String() });
const ModuleFile = Type.Object({ course: Type.String(), module: Type.String(), file: Type.String() });

/** A file whose name or choices are new is made for whoever asks, some 20 ms of both cores. */
const rateLimit = { max: 60, timeWindow: '1 minute' };

type Query = Static<typeof ChoiceQuery>;

export async function packagingRoutes(app: App): Promise<void> {
  const zipOf = packageKeeper();

  const show = (reply: FastifyReply, { content }: Published, query: Query, module?: string) => {
    const place = { content, ...(module !== undefined && { module }) };
    return reply.page('packaging/downloads', describeDownloads(place, readChoice(query), []));
  };

  const send = async (
    reply: FastifyReply,
    { content, hash }: Published,
    file: string,
    query: Query,
    module?: string,
  ) => {
    const standard = standardOf(file);
    const choice = readChoice(module === undefined ? query : { ...query, what: 'modules', module: [module] });
    const known = content.modules.map((one) => one.id);
    if (choice.modules !== 'all' && choice.modules.some((id) => !known.includes(id))) throw new AppError('not-found');
    const errors = faultsIn(choice);
    if (errors.length > 0) {
      const place = { content, ...(module !== undefined && { module }) };
      return reply.status(400).page('packaging/downloads', describeDownloads(place, choice, errors));
    }
    const { reporting, name, preset } = choice;
    // In one order, whatever the address says: the same set is one file with one name, made once.
    const modules = choice.modules === 'all' ? 'all' : known.filter((id) => choice.modules.includes(id));
    const site = app.config.baseUrl;
    const said = { reporting, preset, ...(name && { name }), ...(site && { site }) };
    const zip = await zipOf({ content, hash, modules, standard, ...said });
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${fileName(content.course.id, modules, standard)}"`)
      .header('cache-control', 'no-cache')
      .send(zip);
  };

  app.get(
    '/courses/:course/packages',
    { schema: { params: OfCourse, querystring: ChoiceQuery } },
    async ({ params, query }, reply) => show(reply, findCourse(app, params.course), query),
  );
  app.get(
    '/modules/:course/:module/packages',
    { schema: { params: OfModule, querystring: ChoiceQuery } },
    async ({ params: { course, module }, query }, reply) => show(reply, findModule(app, course, module), query, module),
  );
  app.get(
    '/courses/:course/packages/:file',
    { schema: { params: CourseFile, querystring: ChoiceQuery }, config: { rateLimit } },
    async ({ params, query }, reply) => send(reply, findCourse(app, params.course), params.file, query),
  );
  app.get(
    '/modules/:course/:module/packages/:file',
    { schema: { params: ModuleFile, querystring: ChoiceQuery }, config: { rateLimit } },
    async ({ params: { course, module, file }, query }, reply) =>
      send(reply, findModule(app, course, module), file, query, module),
  );
}

function standardOf(file: string): Standard {
  const [, standard = ''] = /^([a-z0-9-]+)\.zip$/.exec(file) ?? [];
  if (!isStandard(standard)) throw new AppError('not-found');
  return standard;
}
