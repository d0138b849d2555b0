/** `player.1a2b3c4d.js` as `player.js`: which file it is, whatever its bytes. */
export const plainName = (name: string): string => name.replace(/\.[0-9a-f]{8}(?=\.[a-z0-9]+$)/, '');
