/** What a screen reader is given: the live regions as they change, the focus as it moves, and the accessibility tree. */
import type { Page } from 'playwright-core';

export interface Heard {
  /** Texts added to live regions since the last call, in order. */
  readonly live: readonly string[];
  /** The name or text of what had the focus since the last call, in order. */
  readonly focused: readonly string[];
}

/** Before the page is opened: from then on everything said is written down. */
export async function listenTo(page: Page): Promise<() => Promise<Heard>> {
  await page.addInitScript(writeDown);
  return () => page.evaluate(() => window.standpointHeard?.() ?? { live: [], focused: [] });
}

declare global {
  interface Window {
    standpointHeard?: () => { live: string[]; focused: string[] };
  }
}

/** Runs in the page. A region that comes into the page with its text in it says nothing: only what is added later does. */
function writeDown(): void {
  const REGION = '[role=status],[role=log],[role=alert],[aria-live]';
  let said = { live: [] as string[], focused: [] as string[] };
  const textOf = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest(REGION);
      if (!region) continue;
      for (const node of addedNodes) if (textOf(node) !== '') said.live.push(textOf(node));
    }
  }).observe(document, { childList: true, subtree: true });
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) said.focused.push(target.getAttribute('aria-label') ?? textOf(target));
  });
  window.standpointHeard = () => {
    const heard = said;
    said = { live: [], focused: [] };
    return heard;
  };
}

export interface TreeNode {
  readonly role: string;
  readonly name: string;
  readonly focused: boolean;
  readonly level: number | undefined;
  /** The roles and names of what it stands in, the nearest first. */
  readonly within: readonly { readonly role: string; readonly name: string }[];
}

/** The accessibility tree as Chromium hands it to assistive technology, in reading order, without what it ignores. */
export async function accessibilityTree(page: Page): Promise<TreeNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((one) => [one.nodeId, one]));
  const role = (node: (typeof nodes)[number]): string => String(node.role?.value ?? '');
  const name = (node: (typeof nodes)[number]): string => String(node.name?.value ?? '');
  const property = (node: (typeof nodes)[number], key: string): unknown =>
    node.properties?.find((one) => one.name === key)?.value.value;
  const within = (node: (typeof nodes)[number]): { role: string; name: string }[] => {
    const parent = byId.get(node.parentId ?? '');
    if (!parent) return [];
    return parent.ignored ? within(parent) : [{ role: role(parent), name: name(parent) }, ...within(parent)];
  };
  return nodes
    .filter((one) => !one.ignored)
    .map((one) => ({
      role: role(one),
      name: name(one),
      focused: property(one, 'focused') === true,
      level: Number(property(one, 'level')) || undefined,
      within: within(one),
    }));
}
