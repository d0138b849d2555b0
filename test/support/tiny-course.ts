/**
 * A small course that shows every block and asks every kind of decision once, in two stories. It is for tests only: its
 * people are invented, and its clauses are those of the real guidance.
 */
import { createHash } from 'node:crypto';
import MarkdownIt from 'markdown-it';
import guidanceFile from '../../courses/guidance/communicating-online@2025-08-20.json' with { type: 'json' };
import { type Content, compileCourse, selectModules } from '../../courses/model/content.ts';
import type { Guidance } from '../../courses/model/guidance.ts';
import type { Course } from '../../courses/model/schema.ts';
import { neighbourScenario } from './tiny-neighbour.ts';
import { screenshotScenario } from './tiny-screenshot.ts';

export const tinyGuidance = guidanceFile as Guidance;

export const tinyCourse: Course = {
  id: 'tiny',
  title: 'A tiny course',
  audience: 'People who test Standpoint',
  promise: 'Two short stories with every block in them.',
  summary: 'Every block and every decision, **once**.',
  guidance: 'communicating-online@2025-08-20',
  edition: '0.1',
  passMark: 60,
  glossary: [{ term: 'screenshot', meaning: 'A picture of what a screen shows.' }],
  modules: [
    {
      id: 'security',
      title: 'Security',
      question: 'Who can see this, and who else?',
      summary: 'What you post can travel further than you meant.',
      section: 'security',
      outcomes: ['Check who can see a post', 'Act when something has got out'],
      scenarios: [screenshotScenario, neighbourScenario],
    },
  ],
};

const markdown = new MarkdownIt({ html: false });

/** The content of a course, as publishing makes it. */
export const compileTiny = (course: Course): Content =>
  compileCourse(course, tinyGuidance, (text) => markdown.render(text));

export const tinyContent: Content = compileTiny(tinyCourse);

export const hashOf = (content: Content): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** What index.html of a package of all its modules carries. */
export function tinyPackage(content: Content = tinyContent): { hash: string; modules: string[]; content: Content } {
  const modules = content.modules.map((one) => one.id);
  return { hash: hashOf(content), modules, content: selectModules(content, modules) };
}
