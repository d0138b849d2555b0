/** People who come to a running server, as plain HTTP: they keep cookies, and send forms with the page's token. */

export interface Guest {
  readonly id: string;
  readonly cookie: string;
}

/** So many guests, each of whom starts the first module of the catalogue. */
export async function guestAttempts(url: string, count: number): Promise<Guest[]> {
  const catalogue = await (await fetch(url)).text();
  const module = /href="(\/modules\/[a-z-]+\/[a-z-]+)"/.exec(catalogue)?.[1];
  if (!module) throw new Error('The catalogue shows no module.');
  const guests: Guest[] = [];
  for (let n = 0; n < count; n += 1) guests.push(await startAttempt(url, module));
  return guests;
}

async function startAttempt(url: string, module: string): Promise<Guest> {
  const page = await fetch(url + module);
  const first = cookiesOf(page);
  const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const started = await fetch(`${url}${module}/attempts`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: first, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: token }),
  });
  const id = /\/attempts\/([a-z0-9-]+)/.exec(started.headers.get('location') ?? '')?.[1];
  if (started.status !== 303 || !id) throw new Error(`Starting ${module} answered ${started.status}.`);
  return { id, cookie: [first, cookiesOf(started)].filter(Boolean).join('; ') };
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
