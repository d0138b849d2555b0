/** Whether nothing that `from` holds is missing in `path`: its text goes on, or a later run carries each of its stories. */
export function goesOn(path: string, from: string): boolean {
  const [, before = '', run = ''] = /^(1\.[^.]+\.[^.]+)\.(\d+)/.exec(from) ?? [];
  const [, after, later = ''] = /^(1\.[^.]+\.[^.]+)\.(\d+)/.exec(path) ?? [];
  const stories = [...from.matchAll(/[~/]([a-z0-9]+)/g)].map(([, story]) => `~${story}.`);
  const isLaterRun = before === after && Number(later) > Number(run) && stories.every((one) => path.includes(one));
  return path.startsWith(from) || isLaterRun;
}
