/** The tiny course with each of its stories in a module of its own. */
import type { Content } from '../../courses/model/content.ts';
import { tinyContent } from './tiny-course.ts';

export const twoModules: Content = {
  ...tinyContent,
  modules: tinyContent.modules.flatMap((module) =>
    module.scenarios.map((scenario) => ({ ...module, id: scenario.id, title: scenario.title, scenarios: [scenario] })),
  ),
};
