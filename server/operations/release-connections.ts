/** Lets a closing server end as soon as the last answer is out. */
import type { App } from '../app.ts';

/**
 * Node closes idle connections once, when it begins to close. One that falls idle after that, having carried an answer
 * that was under way, would hold the server for its keep-alive time, 72 seconds, and so past the patience of whatever
 * sent SIGTERM.
 */
export function releaseConnections(app: App): void {
  let timer: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    timer = setInterval(() => app.server.closeIdleConnections(), 20);
  });
  app.addHook('onClose', async () => clearInterval(timer));
}
