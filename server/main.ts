/** Listens and closes; everything else is the application's. */
import closeWithGrace from 'close-with-grace';
import { buildApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';

try {
  const config = readConfig(process.env);
  const app = await buildApp({ config });
  // SIGTERM: no new connections, requests under way are answered, then the database closes.
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) app.log.error({ err }, 'closing after an error');
    await app.close();
  });
  await app.listen({ port: config.port, host: config.host });
  console.log(`Standpoint is ready on ${app.baseUrl()}`);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
