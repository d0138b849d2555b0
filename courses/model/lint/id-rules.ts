/** Rules about ids that must differ over the whole course. */
import { repeated } from './places.ts';
import type { CourseRule, ModuleRule } from './rule.ts';

export const idModuleRules: readonly ModuleRule[] = [
  {
    id: 'duplicate-scenario',
    severity: 'error',
    why: 'A path over the whole course names its scenarios by id alone.',
    *check({ course, module }) {
      const earlier = course.modules.slice(0, course.modules.indexOf(module));
      for (const [index, scenario] of module.scenarios.entries()) {
        const own = module.scenarios.slice(0, index).some((one) => one.id === scenario.id);
        const other = earlier.find((one) => one.scenarios.some((it) => it.id === scenario.id));
        if (!own && !other) continue;
        yield [
          ['scenarios', index, 'id'],
          `The id “${scenario.id}” is that of another story${other ? ` in ${other.id}` : ' here'}. Rename this one.`,
        ];
      }
    },
  },
];

export const idCourseRules: readonly CourseRule[] = [
  {
    id: 'duplicate-module',
    severity: 'error',
    why: 'Addresses, packages and certificates name a module by its id.',
    *check({ course }) {
      for (const { one, index } of repeated(course.modules, (module) => module.id)) {
        yield [['modules', index], `The module “${one.id}” is listed twice. Take one out.`];
      }
    },
  },
];
