/** Pages for whoever imports a package, one for each system that we know something about. */
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { findCourse } from '../find-published.ts';
import { isStandard, STANDARDS } from '../package-standards.ts';
import { GUIDES, helpPath, testSteps, troubleSteps } from './guides.ts';
import { inText, isPreset, PRESETS, type PresetId } from './presets.ts';
import { selfTestPath, zipSelfTest } from './self-test.ts';

const systems = (Object.keys(PRESETS) as PresetId[]).map((id) => ({
  id,
  title: PRESETS[id].title,
  href: helpPath(id),
}));

export async function packageHelpRoutes(app: App): Promise<void> {
  app.get(
    '/packages/help/:system',
    { schema: { params: Type.Object({ system: Type.String() }) } },
    async (request, reply) => {
      const { system } = request.params;
      if (!isPreset(system)) throw new AppError('not-found');
      const { standard, passAs } = PRESETS[system];
      const guide = GUIDES[system];
      return reply.page('packaging/help', {
        title: system === 'generic' ? 'Import a package into your system' : `Import a package into ${inText(system)}`,
        current: 'course',
        system: inText(system),
        isKnown: system !== 'generic',
        systems: systems.map(({ id, ...one }) => ({ ...one, isCurrent: id === system })),
        standard: STANDARDS[standard].title,
        selfTest: selfTestPath(standard),
        guide,
        wasSeen: guide.evidence.some(({ sure }) => sure === 'seen'),
        trouble: troubleSteps(system),
        test: testSteps(standard, passAs),
        courses: app.published.courses().map(({ id }) => {
          const { course } = findCourse(app, id).content;
          return { title: course.title, href: `/courses/${id}/packages?lms=${system}` };
        }),
      });
    },
  );

  const zips = new Map<string, Promise<Buffer>>();
  app.get(
    '/packages/self-test/:file',
    { schema: { params: Type.Object({ file: Type.String() }) } },
    async (request, reply) => {
      const [, standard = ''] = /^([a-z0-9-]+)\.zip$/.exec(request.params.file) ?? [];
      if (!isStandard(standard)) throw new AppError('not-found');
      const zip = zips.get(standard) ?? zipSelfTest(standard);
      zips.set(standard, zip);
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="standpoint-self-test-${standard}.zip"`)
        .header('cache-control', 'no-cache')
        .send(await zip);
    },
  );
}
