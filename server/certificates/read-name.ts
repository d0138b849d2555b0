/** The name that a learner confirmed for their certificate: any script, any signs that names have. */
export type ReadName = { readonly name: string; readonly wrong?: string };

const LENGTH = 100;

/** The name as it is kept, and what is wrong with it, in words for the learner. */
export function readName(typed: string): ReadName {
  const name = typed
    .normalize('NFC')
    // What is not seen, such as the marks that turn text round and letters that are blank; the two joiners, and the marks
    // that choose a variant, are part of how some names are written.
    .replace(/(?![\u200c\u200d]|\p{Variation_Selector})[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    // Between letters, that is: elsewhere they make two names of what reads as one.
    .replace(/(?<![\p{L}\p{M}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}])/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (name === '') return { name, wrong: 'Enter your name as it should stand on the certificate' };
  if (name.length > LENGTH) return { name, wrong: `Enter a name of ${LENGTH} characters or fewer` };
  if (!/\p{L}/u.test(name)) return { name, wrong: 'Enter a name, with letters in it' };
  if (/[\p{C}<>]/u.test(name.replace(/[\u200c\u200d]/g, ''))) {
    return { name, wrong: 'Enter your name without signs such as < or >' };
  }
  // No script stacks so many: they would run over the lines above and below.
  if (/\p{M}{5}/u.test(name)) return { name, wrong: 'Enter your name without so many marks on one letter' };
  return { name };
}
