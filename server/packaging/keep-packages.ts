/**
 * Packages that were made, kept while they are asked for. Making one holds the main thread for some 5 ms, once for each
 * published version and standard, and deflates in the thread pool: a worker thread would have to be given the content,
 * which takes as long to copy.
 */
import { type ZipRequest, zipPackage } from './zip-package.ts';

/** A handful of modules in every standard, some 150 kB each; those not asked for longest go first. */
const KEPT = 24;

/**
 * The function that answers with the zip of a request. One is made after the other: a hundred new ones at once would hold
 * the main thread for more than a second, and commits with it.
 */
export function packageKeeper(make = zipPackage): (request: ZipRequest) => Promise<Buffer> {
  const kept = new Map<string, Promise<Buffer>>();
  let last: Promise<unknown> = Promise.resolve();
  const makeNext = (request: ZipRequest): Promise<Buffer> => {
    const zip = last.then(() => make(request));
    last = zip.catch(() => undefined);
    return zip;
  };
  return (request) => {
    // The hash stands for the content.
    const key = JSON.stringify({ ...request, content: undefined });
    const zip = kept.get(key) ?? makeNext(request);
    kept.delete(key);
    kept.set(key, zip);
    // What failed is tried again the next time.
    zip.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return zip;
  };
}
