/** A cmi5 page that goes: its requests overtake one another, so that nothing is said which another may come too late for. */
import { expect, test } from 'vitest';
import { createSending, type SendingParts } from '../../public/player/cmi5/sending.ts';

/** A page that is gone, in a session whose place is held. */
function leaving(isUnderway: boolean) {
  const said: string[] = [];
  const states: unknown[] = [];
  const parts = {
    seconds: () => 5,
    going: { gone: Promise.resolve(), isGone: () => true, isReload: () => false },
    session: { now: () => ({ token: '', queue: [], began: 0 }), set: (next: unknown) => states.push(next) },
    make: { terminated: () => ({ verb: { id: 'terminated' } }) },
    delivery: {
      isUnderway: () => isUnderway,
      settled: async () => {},
      finish: async (last: readonly { verb: { id: string } }[]) => void said.push(...last.map((one) => one.verb.id)),
    },
    place: { isSent: () => true },
    earning: { due: () => [] },
  } as unknown as SendingParts;
  return { sending: createSending(parts), said, states };
}

test('says that it ends, where all that it has said before has arrived', async () => {
  const { sending, said, states } = leaving(false);
  await sending.end();
  expect(said).toEqual(['terminated']);
  expect(states).toHaveLength(1);
});

test('leaves the session open where a “passed” is on its way, which “terminated” may overtake', async () => {
  const { sending, said, states } = leaving(true);
  await sending.end();
  expect(said).toEqual([]);
  expect(states).toEqual([]);
});
