/** One commit over the network, and what its answer means for the outbox. */
export type Answer =
  /** The server holds this path or more. */
  | { readonly kind: 'kept'; readonly passed: boolean }
  /** No answer, or one that another try may better. */
  | { readonly kind: 'later' }
  | { readonly kind: 'signed-out' }
  /** The server holds another way of this attempt. */
  | { readonly kind: 'diverged'; readonly stored: string }
  /** Trying again would be refused again. Worded by the server. */
  | { readonly kind: 'refused'; readonly title: string; readonly text: string };

export type Send = (path: string, instead?: string) => Promise<Answer>;

/** A request that hangs for longer has been lost on the way. */
const PATIENCE = 20_000;
const FINAL = [400, 404, 413, 422];

export function sendTo(address: string, fetching: typeof fetch): Send {
  return async (path, instead) => {
    try {
      const response = await fetching(address, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ path, ...(instead !== undefined && { instead }) }),
        // Outlives the page: the last decision is on its way when the tab is closed.
        keepalive: true,
        signal: AbortSignal.timeout(PATIENCE),
      });
      return meaning(response.status, await response.json());
    } catch {
      return { kind: 'later' };
    }
  };
}

interface Body {
  readonly path?: string;
  readonly outcome?: { readonly passed: boolean };
  readonly title?: string;
  readonly text?: string;
}

function meaning(status: number, body: Body): Answer {
  if (status === 200 && body.outcome) return { kind: 'kept', passed: body.outcome.passed };
  if (status === 401) return { kind: 'signed-out' };
  if (status === 409 && body.path !== undefined) return { kind: 'diverged', stored: body.path };
  if (FINAL.includes(status) && body.title !== undefined) {
    return { kind: 'refused', title: body.title, text: body.text ?? '' };
  }
  return { kind: 'later' };
}
