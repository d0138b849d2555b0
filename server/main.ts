/** Listens and closes; everything else is the application's. */
import closeWithGrace from 'close-with-grace';
import { buildApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { NothingToTeachError, publishCourses } from './publish-courses.ts';

/** What an operator can mend is said in one go and without a stack trace. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof NothingToTeachError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return 'Standpoint cannot start: the port is taken. Set PORT to another, or stop what uses it.';
  if (code === 'EACCES' || code === 'EROFS' || code === 'SQLITE_CANTOPEN') {
    return `Standpoint cannot start: it may not write to its data folder. Set DATA_DIR to one it owns. (${code})`;
  }
  throw error;
}

try {
  const config = readConfig(process.env);
  const app = await buildApp({ config });
  // SIGTERM: no new connections, requests under way are answered, then the database closes.
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) app.log.error({ err }, 'closing after an error');
    await app.close();
  });
  for (const complaint of publishCourses(app)) console.error(complaint);
  await app.listen({ port: config.port, host: config.host });
  console.log(`Standpoint is ready on ${app.baseUrl()}`);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
