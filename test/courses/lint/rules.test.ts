import { describe, expect, it } from 'vitest';
import { estimateMinutes, minutesOf } from '../../../courses/model/estimate-minutes.ts';
import { lint, RULES } from '../../../courses/model/lint/lint.ts';
import { nameOf } from '../../conformance/requirements.ts';
import { goodCourse, goodGuidance, goodScenario } from '../../support/good-course.ts';
import { asks, bandsTo, item } from '../../support/story.ts';
import { type Break, type Change, findingsAfter, found, rulesAfter } from './break-one-thing.ts';
import { decisionsBreaks } from './breaks/decisions.ts';
import { languageBreaks } from './breaks/language.ts';
import { namesBreaks } from './breaks/names.ts';
import { scoringBreaks } from './breaks/scoring.ts';
import { structureBreaks } from './breaks/structure.ts';

const breaks: Break[] = [...structureBreaks, ...decisionsBreaks, ...namesBreaks, ...scoringBreaks, ...languageBreaks];

describe('lint', () => {
  it('says nothing of a good course but what it still lacks', () => {
    expect(lint(goodCourse, goodGuidance).map((one) => one.rule)).toEqual(['module-minutes', 'course-unfinished']);
  });

  it.each(breaks)('%s: finds %s, and nothing else', (rule, _, change) => {
    expect(rulesAfter(change)).toEqual([rule]);
  });

  it('names the module, the story, the scene and the place in the file, and what to do', () => {
    expect(
      findingsAfter(({ choice: of }) => {
        of('t').to = 'secnd';
      }),
    ).toEqual([
      {
        rule: 'missing-scene',
        severity: 'error',
        module: 'security',
        scenario: 'one',
        scene: 'first',
        path: ['scenarios', 0, 'scenes', 0, 'decision', 'choices', 0, 'to'],
        message: 'There is no scene “secnd” in this story. Did you mean “second”? Name one that there is, or write it.',
      },
    ]);
  });

  it(nameOf('hurt.leftovers-invisible'), () => {
    const change: Change = ({ scenario }) => {
      scenario.scenes.push(asks('left', { kind: 'write', id: 'z', ask: 'What was this?', to: 'well' }));
    };
    expect(findingsAfter(change)).toMatchObject([{ rule: 'unreached-scene', severity: 'error', scene: 'left' }]);
  });

  it('judges a list by what it offers, and accepts bands and orders as they should be', () => {
    const change: Change = ({ scenario, fourth }) => {
      found(fourth.bands[0]).to = 'fifth';
      scenario.scenes.push(
        asks('fifth', {
          kind: 'spot',
          id: 'e',
          ask: 'What points to her?',
          text: '[Maria](#a) of [Vine Lane](#b), [under the sky](#c).',
          choices: [item('a', 'strong'), item('b', 'sound'), item('c', 'risky')],
          bands: bandsTo('well'),
        }),
      );
    };
    expect(rulesAfter(change)).toEqual([]);
  });

  it('finds the rest of a story’s faults where one of them keeps it from being walked', () => {
    const change: Change = ({ choice: of, scenario }) => {
      of('t').to = 'nowhere';
      of('s').clauses = ['security.9'];
      scenario.tension.between = ['2.9', '5.6'];
    };
    expect(rulesAfter(change)).toEqual(['missing-scene', 'unknown-clause', 'unknown-standard']);
  });

  it('has a test for every rule', () => {
    const tested = new Set([
      ...breaks.map(([rule]) => rule),
      'path-too-long',
      'module-minutes',
      'course-unfinished',
      'course-unpractised',
      'course-untaught',
      'practised-once',
    ]);
    expect(RULES.map((one) => one.id).filter((id) => !tested.has(id))).toEqual([]);
  });
});

describe('over the whole course', () => {
  const taught: Change = ({ course, module }) => {
    course.modules.push({ ...module, id: 'tools', section: 'tools', scenarios: [goodScenario('too')] });
  };

  it('nothing is asked while a section has no module', () => {
    expect(rulesAfter(() => undefined)).toEqual([]);
  });

  it('every expectation is practised once every section has a module', () => {
    expect(rulesAfter(taught)).toEqual(['unpractised-expectation', 'course-unpractised', 'practised-once']);
  });

  it('every clause is taught once every section has a module, if only by the About page', () => {
    const more = {
      ...goodGuidance,
      clauses: [...goodGuidance.clauses, { ...found(goodGuidance.clauses[2]), id: 'why.1', section: 'why' }],
    };
    expect(rulesAfter(taught, more)).toContain('course-untaught');
    const explained: Change = (parts) => {
      taught(parts);
      parts.course.about?.clauses.push('why.1');
    };
    expect(rulesAfter(explained, more)).not.toContain('course-untaught');
  });

  it(nameOf('hurt.suspend-data-overflow'), () => {
    const many: Change = ({ module }) => {
      for (let index = 0; index < 80; index += 1) module.scenarios.push(goodScenario(`n${index}`));
    };
    expect(rulesAfter(many)).toContain('path-too-long');
  });

  it('a module of the right length is left alone', () => {
    const longer: Change = ({ scene, course, module }) => {
      scene('first').blocks?.push({ kind: 'narration', text: 'You go home. '.repeat(450) });
      expect(lint(course, goodGuidance).map((one) => one.rule)).not.toContain('module-minutes');
      expect(module.scenarios).toHaveLength(3);
    };
    expect(rulesAfter(longer)).toEqual([]);
  });

  it('a module of a little more than fifteen minutes is not rounded down to them', () => {
    const longer: Change = ({ scene, course, module }) => {
      const sentences = Math.ceil(((15.2 - minutesOf(module)) * 238) / 3);
      scene('first').blocks?.push({ kind: 'narration', text: 'You go home. '.repeat(sentences) });
      expect(estimateMinutes(module)).toBe(15);
      const said = lint(course, goodGuidance).filter((one) => one.rule === 'module-minutes');
      expect(said.map((one) => one.message)).toEqual(['This module takes 15.2 minutes. Bring it to 10 to 15: cut it.']);
    };
    expect(rulesAfter(longer)).toEqual([]);
  });
});
