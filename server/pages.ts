/** `reply.page(view, data)`: a view inside the layout, with what every page needs. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyReply } from 'fastify';
import type { App } from './app.ts';
import { root } from './root.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** Renders `views/VIEW.eta` in `views/layouts/main.eta`. `title` is the page's own, without the site's name. */
    page: (view: string, data: { title: string } & Record<string, unknown>) => FastifyReply;
  }
}

export function addPages(app: App): void {
  const assets = readAssets();
  app.decorateReply('page', function page(this: FastifyReply, view, data) {
    // A page with a form carries its own token; made for every page, so that no view can forget it.
    return this.header('cache-control', 'no-store').viewAsync(view, {
      ...data,
      csrf: this.generateCsrf(),
      assets,
      person: this.request.person,
    }) as unknown as FastifyReply;
  });
}

/** Built file names by what they were built from: dist/assets/manifest.json, e.g. {"site.css": "site-3f2a.css"}. */
function readAssets(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path.join(root, 'dist/assets/manifest.json'), 'utf8'));
}
