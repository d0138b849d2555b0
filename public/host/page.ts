/** The host page's own parts, as views/learning/attempt.eta has them. */
export interface AttemptData {
  readonly id: string;
  readonly path: string;
  readonly hash: string;
  readonly passed: boolean;
  /** Whether only this browser finds the way back to it. */
  readonly guest: boolean;
  /** Addresses: where the package is, where commits go, and where the learner may go from here. */
  readonly play: string;
  readonly commit: string;
  readonly certificate: string;
}

export interface Page {
  readonly attempt: AttemptData;
  readonly frame: HTMLIFrameElement;
  /** Words for as long as the module is on its way, and for when it could not be had. */
  readonly opening: HTMLElement;
  readonly missing: HTMLElement;
  readonly save: HTMLElement;
  readonly signedOut: HTMLElement;
  readonly certificate: HTMLElement;
  /** "Keep my record", for a guest who has passed. */
  readonly keep: HTMLElement;
  readonly exit: HTMLAnchorElement;
  readonly refused: HTMLElement;
  readonly diverged: HTMLDialogElement;
  readonly leaving: HTMLDialogElement;
}

export function readPage(root: Document): Page {
  return {
    attempt: JSON.parse(find(root, '#attempt', HTMLScriptElement).text),
    frame: find(root, '#package', HTMLIFrameElement),
    opening: find(root, '#opening', HTMLElement),
    missing: find(root, '#missing', HTMLElement),
    save: find(root, '#save', HTMLElement),
    signedOut: find(root, '#signed-out', HTMLElement),
    certificate: find(root, '#certificate', HTMLElement),
    keep: find(root, '#keep', HTMLElement),
    exit: find(root, '#exit', HTMLAnchorElement),
    refused: find(root, '#refused', HTMLElement),
    diverged: find(root, '#diverged', HTMLDialogElement),
    leaving: find(root, '#leaving', HTMLDialogElement),
  };
}

/** @throws Error where the template and this script have parted ways */
export function find<T extends Element>(root: ParentNode, selector: string, kind: new () => T): T {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}.`);
  return found;
}
