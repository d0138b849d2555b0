/** `/gallery`: every block and decision on one page, for authors, and for the tests that look at each of them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import { root } from '../root.ts';
import type { Examples } from './compile-examples.ts';

export async function galleryRoutes(app: App): Promise<void> {
  app.get('/gallery', async (_request, reply) => {
    const [course] = app.published.courses();
    const content = course && app.published.newest(course.id)?.content;
    if (!content) throw new AppError('not-found');
    const examples = JSON.parse(readFileSync(path.join(root, 'dist/gallery.json'), 'utf8')) as Examples;
    return reply.page('gallery/gallery', {
      title: 'Gallery',
      script: 'gallery.js',
      notice: content.guidance.notice,
      data: { ...examples, guidance: content.guidance },
    });
  });
}
