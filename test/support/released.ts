/** A package as another release makes it: the same module, played by other scripts. */
import { nameByBytes, shortHash } from '../../server/built-files.ts';
import { plainName } from './strict-lms/plain-name.ts';
import type { UnzippedFile } from './unzip.ts';

const SCRIPT = /^(player|reflect|connected|cmi5)\.[0-9a-f]{8}\.js$/;
const STAMP = /data-stamp="([0-9a-f]{8})"/;

const changed = (file: UnzippedFile, change: (text: string) => string): UnzippedFile => ({
  ...file,
  bytes: Buffer.from(change(file.bytes.toString('utf8'))),
});

/**
 * Each script says at the document that it ran, and in which release: `data-ran-player="2"`.
 * @param naming how names follow from bytes; another than the real one makes a builder that is broken on purpose
 */
export function releasedAs(
  release: string,
  files: readonly UnzippedFile[],
  naming: (plain: string, bytes: Buffer) => string = nameByBytes,
): UnzippedFile[] {
  const names = new Map<string, string>();
  const played = files.map((file) => {
    if (!SCRIPT.test(file.name)) return file;
    const plain = plainName(file.name);
    const ran = `document.documentElement.setAttribute('data-ran-${plain.slice(0, -3)}', '${release}');`;
    const marked = changed(file, (text) => `${text}\n${ran}`);
    names.set(file.name, naming(plain, marked.bytes));
    return { ...marked, name: naming(plain, marked.bytes) };
  });
  const renamed = played.map((file) =>
    /\.(html|xml)$/.test(file.name)
      ? changed(file, (text) => [...names].reduce((now, [from, to]) => now.replaceAll(from, to), text))
      : file,
  );
  return restamped(renamed);
}

/** With the stamp that its page now has, in the page and in the settings. */
export function restamped(files: readonly UnzippedFile[]): UnzippedFile[] {
  const page = files.find((one) => one.name === 'index.html')?.bytes.toString('utf8') ?? '';
  const [bare, before = ''] = [page.replace(STAMP, 'data-stamp=""'), STAMP.exec(page)?.[1]];
  const stamp = shortHash(bare);
  return files.map((file) =>
    file.name === 'index.html' || file.name === 'settings.js'
      ? changed(file, (text) => text.replaceAll(before, stamp))
      : file,
  );
}
