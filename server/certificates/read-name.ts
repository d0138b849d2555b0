/** The name that a learner confirmed for their certificate: any script, any signs that names have. */
export type ReadName = { readonly name: string; readonly wrong?: string };

const LENGTH = 100;

/** The name as it is kept, and what is wrong with it, in words for the learner. */
export function readName(typed: string): ReadName {
  const name = typed
    .normalize('NFC')
    // What is not seen, such as the marks that turn text round; the two joiners are part of how some names are written.
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (name === '') return { name, wrong: 'Enter your name as it should stand on the certificate' };
  if (name.length > LENGTH) return { name, wrong: `Enter a name of ${LENGTH} characters or fewer` };
  if (!/\p{L}/u.test(name)) return { name, wrong: 'Enter a name, with letters in it' };
  if (/[\p{C}<>]/u.test(name.replace(/[\u200c\u200d]/g, ''))) {
    return { name, wrong: 'Enter your name without signs such as < or >' };
  }
  return { name };
}
