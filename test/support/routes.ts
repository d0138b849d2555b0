/** Every route of the application, read from the application, so that no test can overlook a new one. */
import type { App } from '../../server/app.ts';

/** Such as `POST /account/sign-in`. HEAD goes with GET. */
export function routesOf(app: App): string[] {
  const above: string[] = [];
  const routes: string[] = [];
  // Each level of Fastify's printed tree is indented by four characters. The tree that its router walks: in the one by
  // whole parts, /play/:hash/:module/* and /assets/* are one line.
  for (const line of app.printRoutes().split('\n')) {
    const found = /^(.*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line);
    if (!found) continue;
    const [, indent = '', part = '', methods = ''] = found;
    const depth = indent.length / 4;
    above.length = depth;
    above[depth] = part;
    const url = above.join('');
    for (const method of methods.split(', ')) if (method && method !== 'HEAD') routes.push(`${method} ${url}`);
  }
  return routes;
}
