/** The pages about the site itself: what it is, what it keeps, and who can use it. */
import type { App } from '../app.ts';

/**
 * Everything that this site puts on a device (PECR regulation 6): purpose, name, duration. A test compares it with what a
 * browser holds after a visit.
 */
export const KEPT_ON_DEVICE = [
  ['To see that a form came from this site', 'csrf', 'Until you close the browser'],
  ['To find your record again, once you start a module or sign in', 'better-auth.session_token', '400 days'],
  ['To hold decisions that have not reached us yet', 'standpoint.outbox', 'Until they are saved'],
  ['To hold decisions that were set aside', 'standpoint.set-aside', 'Until you clear your browser’s data'],
] as const;

export async function sitePages(app: App): Promise<void> {
  const contact = app.config.contact;

  app.get('/about', async (_request, reply) => reply.page('pages/about', { title: 'About Standpoint' }));

  app.get('/privacy', async (_request, reply) =>
    reply.page('pages/privacy', { title: 'Privacy and cookies', contact, kept: KEPT_ON_DEVICE }),
  );

  app.get('/accessibility', async (_request, reply) => {
    const [course] = app.published.courses();
    const module = course && app.published.newest(course.id)?.content.modules[0];
    const transcript = course && module && `/modules/${course.id}/${module.id}/transcript`;
    return reply.page('pages/accessibility', { title: 'Accessibility statement', contact, transcript });
  });
}
