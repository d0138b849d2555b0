/** The course that learners take, as it stands: what is asked of it as a whole, and that check would see it broken. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverage, scenariosPractising } from '../../courses/model/coverage.ts';
import type { Choose } from '../../courses/model/decisions.ts';
import { explore } from '../../courses/model/explore.ts';
import { lint } from '../../courses/model/lint/lint.ts';
import type { Course, Module, Scene } from '../../courses/model/schema.ts';
import { coursesFolder, readCourse } from '../../server/course-files.ts';

const read = readCourse(path.join(coursesFolder, 'communicating-online'));

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The course cannot be read: run check.');
  return value;
}
const [course, guidance] = [needed(read.course), needed(read.guidance)];

describe('the course', () => {
  it('is clean: check finds nothing to mend', () => {
    expect(read.findings).toEqual([]);
  });

  it('has seven modules, a section of the guidance each, and at least eighteen stories', () => {
    expect(course.modules.map((one) => one.id)).toEqual([
      ...['start', 'security', 'accountability', 'tools', 'boundaries', 'advice', 'concerns'],
    ]);
    expect(course.modules.flatMap((one) => one.scenarios).length).toBeGreaterThanOrEqual(18);
  });

  it('practises every obligation and expectation, thirty of them in two stories, and leaves no clause out', () => {
    const { clauses } = coverage(course, guidance);
    expect(clauses).toHaveLength(106);
    const asked = clauses.filter((one) => one.kind === 'obligation' || one.kind === 'expectation');
    expect(asked).toHaveLength(45);
    expect(asked.filter((one) => one.practised.length === 0).map((one) => one.id)).toEqual([]);
    expect(asked.filter((one) => scenariosPractising(one) >= 2).length).toBeGreaterThanOrEqual(30);
    expect(clauses.filter((one) => one.practised.length + one.explained.length === 0).map((one) => one.id)).toEqual([]);
  });

  it('can be gone through in more ways than anybody will, and every one of them ends', () => {
    for (const story of course.modules.flatMap((one) => one.scenarios)) {
      const tour = explore(story);
      expect(tour.paths, story.title).toBeGreaterThan(20);
      expect(tour.endings.length, story.title).toBeGreaterThanOrEqual(3);
      expect(tour.endings.reduce((sum, one) => sum + one.paths, 0)).toBe(tour.paths);
    }
  });
});

/** What check says of a copy with one thing broken. */
function rulesAfter(change: (course: Course) => void): string[] {
  const copy = structuredClone(course);
  change(copy);
  return lint(copy, guidance).map((one) => one.rule);
}

const moduleOf = (from: Course, id: string): Module => {
  const found = from.modules.find((one) => one.id === id);
  if (!found) throw new Error(`There is no module ${id}.`);
  return found;
};
const scenesOf = (module: Module): Scene[] => module.scenarios.flatMap((one) => one.scenes);
const choosesOf = (module: Module): Choose[] =>
  scenesOf(module).flatMap(({ decision }) => (decision?.kind === 'choose' ? [decision] : []));

describe('check would name', () => {
  it.each(course.modules.map((one) => one.id))('a dead end in %s', (id) => {
    const rules = rulesAfter((copy) => {
      const module = moduleOf(copy, id);
      const [story] = module.scenarios;
      const [decision] = story?.scenes.flatMap((one) => (one.decision?.kind === 'choose' ? [one.decision] : [])) ?? [];
      if (!decision?.choices[0] || !story) throw new Error(`${id} asks for no choice.`);
      Object.assign(decision.choices[0], { to: 'wall' });
      Object.assign(story, { scenes: [...story.scenes, { id: 'wall', title: 'A wall' }] });
    });
    expect(rules).toContain('dead-end');
  });

  it.each(course.modules.map((one) => one.id))('%s, were its longest option always the best', (id) => {
    const rules = rulesAfter((copy) => {
      for (const { choices } of choosesOf(moduleOf(copy, id))) {
        const longest = Math.max(...choices.map((one) => one.text.length));
        const strong = choices.find((one) => one.rating === 'strong');
        if (strong) Object.assign(strong, { text: strong.text.padEnd(longest + 1, '.') });
      }
    });
    expect(rules).toContain('strong-is-longest');
  });

  it.each(course.modules.map((one) => one.id))('a paragraph of grade 12 in %s', (id) => {
    const rules = rulesAfter((copy) => {
      const block = scenesOf(moduleOf(copy, id))
        .flatMap((one) => one.blocks ?? [])
        .find((one) => one.kind === 'narration');
      if (!block) throw new Error(`${id} tells nothing.`);
      Object.assign(block, {
        text: 'Practitioners communicating electronically must systematically evaluate organisational confidentiality obligations. Inappropriate dissemination of identifiable information necessitates immediate notification of accountable individuals. Professional responsibilities consistently encompass asynchronous communication.',
      });
    });
    expect(rules).toContain('hard-paragraph');
  });

  it.each(course.modules.map((one) => one.id))('an expectation that %s no longer practises', (id) => {
    const { section } = moduleOf(course, id);
    const own = coverage({ modules: [moduleOf(course, id)] }, guidance).clauses.find(
      (one) => one.id.startsWith(`${section}.`) && ['obligation', 'expectation'].includes(one.kind),
    );
    if (!own) throw new Error(`The section ${section} asks for nothing.`);
    const rules = rulesAfter((copy) => {
      for (const { decision } of scenesOf(moduleOf(copy, id))) {
        if (!decision || !('choices' in decision)) continue;
        for (const choice of decision.choices) {
          Object.assign(choice, { clauses: choice.clauses.filter((one) => one !== own.id) });
        }
      }
    });
    expect(rules).toContain('unpractised-expectation');
  });
});
