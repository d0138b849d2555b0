/** Rules about the moment that the course page shows. */
import { glimpseOf } from '../glimpse.ts';
import type { CourseRule } from './rule.ts';

export const glimpseRules: readonly CourseRule[] = [
  {
    id: 'glimpse',
    severity: 'error',
    why: 'A visitor sees one real moment of the course: a message, and a choice that everybody is offered.',
    *check({ course }) {
      const { glimpse } = course;
      if (!glimpse || glimpseOf(course.modules, glimpse)) return;
      yield [
        ['glimpse'],
        `The scene ${glimpse.scene} of ${glimpse.scenario} cannot be shown. Name one with an e-mail, chat or post, and with a choice of which no option has a condition.`,
      ];
    },
  },
];
