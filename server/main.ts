/** Listens and closes; everything else is the application's. */
import './start-lean.ts';

import closeWithGrace from 'close-with-grace';
import { buildApp } from './app.ts';
import { coursesOnDisk } from './compiled-courses.ts';
import { type Config, readConfig } from './config.ts';
import { explainStart } from './explain-start.ts';
import { publishCourses } from './publish-courses.ts';
import { endLeanStart } from './start-lean.ts';

// What the server writes (database, keys, backups) is for the operator's account alone.
process.umask(0o077);

let config: Config | undefined;
try {
  config = readConfig(process.env);
  const app = await buildApp({ config });
  const courses = await coursesOnDisk({ isPublished: (hash) => app.published.version(hash) !== undefined });
  for (const complaint of publishCourses(app, courses)) console.error(complaint);
  await app.listen({ port: config.port, host: config.host });
  // SIGTERM: no new connections, requests under way are answered, then the database closes.
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) app.log.error({ err }, 'closing after an error');
    await app.close();
  });
  endLeanStart();
  console.log(`Standpoint is ready on ${app.baseUrl()}`);
} catch (error) {
  const words = explainStart(error, config);
  if (words === undefined) throw error;
  console.error(words);
  process.exit(1);
}
