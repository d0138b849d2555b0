/** How the learner's decisions are kept, in words that are always true. */
import type { Lms } from './lms/lms.ts';
import type { SaveState } from './saving.ts';

export function savedWords(state: SaveState, lms: Pick<Lms, 'kind'>, host: boolean): string {
  if (state === 'nothing-recorded') return 'Nothing is recorded';
  if (state === 'saving') return 'Saving';
  if (lms.kind === 'alone') return state === 'saved' ? 'Kept in this browser only' : 'Not kept: this browser refuses';
  if (state === 'saved') return 'Saved';
  if (state === 'without-pass') return 'Saved, but your LMS does not show your pass yet';
  const where = host ? 'Not saved yet' : 'Not saved yet in your LMS';
  return state === 'unsaved' ? where : `${where}. Keep this page open`;
}
