/** Rules about the glossary: it explains the words of the modules. */
import type { CourseRule } from './rule.ts';

export const glossaryRules: readonly CourseRule[] = [
  {
    id: 'unused-term',
    severity: 'warning',
    why: 'The player explains a term on the pages where it stands; one that stands nowhere is never explained.',
    *check({ course }) {
      const said = JSON.stringify(course.modules).toLowerCase();
      for (const [index, { term }] of (course.glossary ?? []).entries()) {
        if (said.includes(term.toLowerCase())) continue;
        yield [['glossary', index, 'term'], `No module says “${term}”. Take it out, or write it as the modules do.`];
      }
    },
  },
];
