/** How names go wrong: of flags, people, clauses, standards, stories and modules. Each entry breaks one thing, of which exactly the named rule speaks. */
import { goodScenario } from '../../../support/good-course.ts';
import { type Break, found } from '../break-one-thing.ts';

export const namesBreaks: Break[] = [
  [
    'flag-never-set',
    'a condition on a flag that nothing sets',
    ({ scene }) => {
      found(scene('second').blocks?.[0]).when = ['told', 'tod'];
    },
  ],
  [
    'flag-never-read',
    'a flag that nothing reads',
    ({ choice: of }) => {
      of('s').set = ['hid'];
    },
  ],
  [
    'unknown-person',
    'a sender who is not of this story',
    ({ scene }) => {
      scene('second').blocks?.push({ kind: 'chat', title: 'Tom', messages: [{ from: 'tim', text: 'Thanks.' }] });
    },
  ],
  [
    'unknown-clause',
    'a choice with a clause that there is not',
    ({ choice: of }) => {
      of('t').clauses.push('security.9');
    },
  ],
  [
    'unknown-clause',
    'an About page with a clause that there is not',
    ({ course }) => {
      course.about?.clauses.push('tools.9');
    },
  ],
  [
    'unknown-standard',
    'a tension with a standard that there is not',
    ({ scenario }) => {
      scenario.tension.between = ['2.2', '2.9'];
    },
  ],
  [
    'unknown-standard',
    'a tension between a standard and itself',
    ({ scenario }) => {
      scenario.tension.between = ['2.2', '2.2'];
    },
  ],
  [
    'glimpse',
    'a course page that shows a scene that there is not',
    ({ course }) => {
      course.glimpse = { scenario: 'one', scene: 'gone' };
    },
  ],
  [
    'unknown-section',
    'a module about a section that there is not',
    ({ module }) => {
      module.section = 'secrity';
    },
  ],
  [
    'duplicate-scenario',
    'two stories with one id',
    ({ module }) => {
      found(module.scenarios[1]).id = 'one';
    },
  ],
  [
    'duplicate-module',
    'one module listed twice',
    ({ course, module }) => {
      course.modules.push({ ...module, scenarios: [goodScenario('for')] });
    },
  ],
];
