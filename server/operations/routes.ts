/** What operators and their monitors ask. */
import type { App } from '../app.ts';

export async function operationsRoutes(app: App): Promise<void> {
  app.get('/healthz', async () => {
    app.db.raw.prepare('SELECT 1').get();
    return { status: 'ok' };
  });
}
