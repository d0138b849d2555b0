/** A file made here and now, for the learner alone: it never touches the network. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // Browsers read the file some time after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
