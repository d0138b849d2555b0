import { describe, expect, it } from 'vitest';
import { compileCourse, selectModules } from '../../courses/model/content.ts';
import { goodCourse, goodGuidance, goodScenario } from '../support/good-course.ts';
import { moduleOf } from '../support/story.ts';

const content = compileCourse(goodCourse, goodGuidance, (text) => `<${text}>`);
const story = content.modules[0]?.scenarios[0];

describe('a course becomes content', () => {
  it('with every Markdown field rendered, wherever it stands', () => {
    expect(content.course.summary).toBe('<Stories.>');
    expect(content.course.about?.text).toBe('<About it.>');
    expect(content.modules[0]?.summary).toBe('<Stories.>');
    expect(story?.tension.text).toBe('<They pull apart.>');
    expect(story?.judgement).toBe('<How far to go is for you.>');
    expect(story?.scenes[0]?.blocks?.[0]).toMatchObject({ text: '<Your phone buzzes. It is Maria.>' });
    expect(story?.scenes[0]?.decision).toMatchObject({
      choices: [
        { reason: '<It keeps her in charge, and it costs you a call.>', consequence: '<Then t happens.>' },
        {},
        {},
        {},
      ],
    });
    expect(story?.scenes.at(-1)?.ending?.text).toBe('<It ends.>');
  });

  it('with plain text left as it stands, so that a title or an option is never read as Markdown', () => {
    expect(content.course.title).toBe('A small course');
    expect(story?.scenes[0]?.decision).toMatchObject({
      ask: 'What now?',
      choices: [{ text: 'Ask Maria what she wants' }, {}, {}, {}],
    });
    expect(story?.scenes[0]?.blocks?.[1]).toMatchObject({ messages: [{ text: 'Can you look at this for me?' }] });
  });

  it('with the guidance under one id, and no trace of the files', () => {
    expect(content.guidance.id).toBe('small@2025-08-20');
    expect(content.guidance).not.toHaveProperty('version');
    expect(content.course).not.toHaveProperty('modules');
  });

  it('and leaves the course itself unchanged', () => {
    expect(goodCourse.summary).toBe('Stories.');
  });
});

describe('the part of a content that one module needs', () => {
  const two = compileCourse(
    { ...goodCourse, modules: [...goodCourse.modules, moduleOf([goodScenario('too')], { id: 'tools' })] },
    goodGuidance,
    (text) => text,
  );

  it('has that module, and the clauses and standards that it names', () => {
    const part = selectModules(two, ['tools']);
    expect(part.modules.map((one) => one.id)).toEqual(['tools']);
    expect(part.guidance.clauses.map((one) => one.id)).toEqual(['security.1', 'security.2', 'security.3']);
    expect(part.guidance.standards.map((one) => one.number)).toEqual(['2.2', '5.6']);
  });

  it('is empty of modules where none is asked for', () => {
    expect(selectModules(two, []).modules).toEqual([]);
  });
});
