/** The newest published version of what an address names. */
import type { Module } from '../courses/model/schema.ts';
import type { App } from './app.ts';
import { AppError } from './errors.ts';
import type { Published } from './published.ts';

/** @throws AppError not-found */
export function findCourse(app: App, courseId: string): Published {
  const published = app.published.newest(courseId);
  if (!published) throw new AppError('not-found');
  return published;
}

/** @throws AppError not-found */
export function findModule(app: App, courseId: string, moduleId: string): Published & { readonly module: Module } {
  const published = findCourse(app, courseId);
  const module = published.content.modules.find((one) => one.id === moduleId);
  if (!module) throw new AppError('not-found');
  return { ...published, module };
}
