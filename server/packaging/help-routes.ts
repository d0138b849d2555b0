/** Pages for whoever imports a package, one for each system that we know something about. */
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { findCourse } from '../find-published.ts';
import { GUIDES, helpPath, testSteps, troubleSteps } from './guides.ts';
import { isPreset, PRESETS, type PresetId } from './presets.ts';
import { STANDARDS } from './standards.ts';

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
      const { title, standard, passAs } = PRESETS[system];
      const guide = GUIDES[system];
      return reply.page('packaging/help', {
        title: system === 'generic' ? 'Import a package into your system' : `Import a package into ${title}`,
        current: 'course',
        system: title,
        isKnown: system !== 'generic',
        systems: systems.map(({ id, ...one }) => ({ ...one, isCurrent: id === system })),
        standard: STANDARDS[standard].title,
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
}
