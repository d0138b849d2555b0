/** The pages about the site itself: what it is, what it keeps, and who can use it. */
import type { App } from '../app.ts';
import { cookieNames } from '../app-options.ts';
import type { Config } from '../config.ts';

/** Everything that this site puts on a device (PECR regulation 6): purpose, name, duration. */
function keptOnDevice(config: Config): readonly (readonly [string, string, string])[] {
  const { session, csrf } = cookieNames(config);
  return [
    ['To see that a form came from this site', csrf, 'Until you close the browser'],
    [
      'To find your record again, once you start a module or sign in',
      session,
      '400 days, or 30 days where you sign in with a password',
    ],
    ['To hold decisions that have not reached us yet', 'standpoint.outbox', 'Until they are saved'],
    ['To hold decisions that were set aside', 'standpoint.set-aside', 'Until you clear your browser’s data'],
    [
      'To hold decisions of a module that is open until they are saved, also where its page is closed meanwhile',
      'standpoint.kept',
      'Until they are saved',
    ],
    ['To keep a team’s place in a story that it takes together', 'standpoint.together', 'Until you close the tab'],
    [
      'To keep your place in a module, and what you write in it for yourself',
      'standpoint.tab',
      'Until you close the tab',
    ],
    [
      'To keep your CPD draft, if you write one. It is never sent',
      'standpoint.cpd',
      'Until you close the tab or clear it. Where you choose “Keep on this device”, until you clear it',
    ],
  ];
}

export async function sitePages(app: App): Promise<void> {
  const contact = app.config.contact;

  app.get('/about', async (_request, reply) => reply.page('pages/about', { title: 'About Standpoint' }));

  app.get('/privacy', async (_request, reply) =>
    reply.page('pages/privacy', { title: 'Privacy and cookies', contact, kept: keptOnDevice(app.config) }),
  );

  app.get('/accessibility', async (_request, reply) => {
    const [course] = app.published.courses();
    const module = course && app.published.newest(course.id)?.content.modules[0];
    const transcript = course && module && `/modules/${course.id}/${module.id}/transcript`;
    return reply.page('pages/accessibility', { title: 'Accessibility statement', contact, transcript });
  });
}
