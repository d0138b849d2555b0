/** For each requirement on what a package for cmi5 asks and says, sittings that break it and nothing else. */
import type { Heard } from '../support/strict-lrs/record.ts';
import {
  ask,
  begin,
  fetchToken,
  MASTERY,
  readLaunch,
  readPath,
  readPreferences,
  type Step,
  say,
  sayAll,
  sitting,
  state,
  type WrongWords,
  writePath,
  wrong,
} from './sittings-cmi5.ts';

const initialized = [...begin, say('initialized')];
const after = (...steps: readonly Step[]): WrongWords => wrong(...initialized, ...steps);
const result = (change: Heard['result']) => (right: Heard) => ({ ...right, result: { ...right.result, ...change } });
const context = (change: Heard['context']) => (right: Heard) => ({
  ...right,
  context: { ...right.context, ...change },
});
const CMI5 = { id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' };
const MOVEON = { id: 'https://w3id.org/xapi/cmi5/context/categories/moveon' };

/** The statement with its list of categories changed. */
const categories = (change: (list: unknown[]) => unknown[]) => (right: Heard) => {
  const { category = [], ...others } = right.context?.contextActivities ?? {};
  return context({ contextActivities: { ...others, category: change([category].flat()) } })(right);
};
const score = (scaled: unknown, raw: unknown, min: unknown, max: unknown) =>
  result({ score: { scaled, raw, min, max } });
const headers = (changed: Readonly<Record<string, string | undefined>>): Step =>
  ask('GET', 'statements', { headers: changed });
const definition = (change: object) => (right: Heard) => ({
  ...right,
  object: { ...right.object, definition: { ...right.object?.definition, ...change } },
});
const noteCode = (...lines: readonly string[]): Step =>
  state('PUT', 'standpoint.certificate', {
    body: JSON.stringify({ lines }),
    headers: { 'content-type': 'application/json' },
  });
const terminatedFirst: readonly Step[] = [...initialized, say('terminated')];

export const WRONG_CMI5: Readonly<Record<string, readonly WrongWords[]>> = {
  'cmi5.fetch-once': [wrong(fetchToken(), fetchToken())],
  'cmi5.fetch-post': [wrong(fetchToken('GET'))],
  'cmi5.token': [
    wrong(headers({ authorization: undefined })),
    wrong(headers({ authorization: 'Basic c3RvbGVu' })),
    wrong(state('PUT', 'standpoint.path', { headers: { authorization: '' } })),
  ],
  'cmi5.version': [
    wrong(headers({ 'x-experience-api-version': undefined })),
    wrong(headers({ 'x-experience-api-version': '0.95' })),
  ],
  'cmi5.resource': [
    wrong(ask('GET', 'about')),
    wrong(ask('DELETE', 'activities/state')),
    wrong(ask('PUT', 'agents/profile')),
    wrong(state('GET', 'bookmark')),
  ],
  'cmi5.launch-data-read': [wrong(fetchToken(), readPreferences, say('initialized'))],
  'cmi5.launch-data-kept': [wrong(...begin, state('PUT', 'LMS.LaunchData', { body: '{}' }))],
  'cmi5.preferences-read': [
    wrong(fetchToken(), readLaunch, say('initialized')),
    wrong(fetchToken(), ask('GET', 'agents/profile', { query: { profileId: 'preferences' } })),
  ],
  'cmi5.state-address': [
    wrong(state('GET', 'standpoint.path', { query: { activityId: 'https://lms.example/activities/42' } })),
    wrong(state('GET', 'standpoint.path', { query: { registration: 'another' } })),
    wrong(state('GET', 'standpoint.path', { query: { agent: '{"name":"me"}' } })),
    wrong(state('GET', 'standpoint.path', { query: { agent: 'me' } })),
  ],
  'cmi5.state-content': [
    after(state('PUT', 'standpoint.path', { body: '{"path":"1"}' })),
    after(state('PUT', 'standpoint.path', { body: '1.a', headers: { 'content-type': 'application/json' } })),
    after(state('PUT', 'standpoint.certificate', { body: '{}', headers: { 'content-type': 'application/json' } })),
  ],
  'cmi5.state-unseen': [
    after(
      writePath('1.a'),
      readPath,
      writePath('1.b', () => ({})),
    ),
    after(
      writePath('1.a'),
      readPath,
      writePath('1.b', () => ({ 'if-match': '"0000"' })),
    ),
    wrong(
      fetchToken(),
      writePath('1.a', () => ({ 'if-none-match': '*' })),
    ),
    after(noteCode('AAAA'), noteCode('BBBB')),
  ],
  'cmi5.statement-id': [
    wrong(
      ...begin,
      say('initialized', (right) => ({ ...right, id: '1' })),
    ),
    wrong(...begin, ask('PUT', 'statements', { query: { statementId: 'x' }, body: '{"id":"y"}' })),
  ],
  'cmi5.statement-once': [
    after(
      say('answered', (right) => ({ ...right, id: '00000000-0000-4000-8000-000000000000' })),
      say('answered', (right) => ({ ...right, id: '00000000-0000-4000-8000-000000000000' })),
    ),
  ],
  'cmi5.actor': [
    wrong(
      ...begin,
      say('initialized', (right) => ({ ...right, actor: { mbox: 'mailto:a@example.org' } })),
    ),
  ],
  'cmi5.verb': [after(say('answered', (right) => ({ ...right, verb: { id: 'waved' } })))],
  'cmi5.object': [
    wrong(
      ...begin,
      say('initialized', (right) => ({ ...right, object: { id: 'urn:uuid:au' } })),
    ),
    after(say('answered', (right) => ({ ...right, object: { ...right.object, id: 'https://elsewhere.example/q' } }))),
  ],
  'cmi5.registration': [
    wrong(...begin, say('initialized', context({ registration: undefined }))),
    after(say('answered', context({ registration: 'another' }))),
  ],
  'cmi5.context-template': [
    wrong(...begin, say('initialized', context({ extensions: {} }))),
    wrong(...begin, say('initialized', context({ contextActivities: { category: [CMI5] } }))),
    after(say('answered', context({ extensions: { sessionid: 'mine' } }))),
    after(
      say(
        'terminated',
        categories(() => [CMI5]),
      ),
    ),
  ],
  'cmi5.category': [
    wrong(
      ...begin,
      say(
        'initialized',
        categories((list) => list.slice(0, -1)),
      ),
    ),
    after(
      say(
        'answered',
        categories((list) => [...list, CMI5]),
      ),
    ),
  ],
  'cmi5.moveon-category': [
    after(
      say(
        'completed',
        categories((list) => list.slice(0, -1)),
      ),
    ),
    after(
      say(
        'terminated',
        categories((list) => [...list, MOVEON]),
      ),
    ),
  ],
  'cmi5.timestamp': [
    wrong(
      ...begin,
      say('initialized', (right) => ({ ...right, timestamp: '2026-01-01T09:00:00+01:00' })),
    ),
    wrong(
      ...begin,
      say('initialized', ({ timestamp: _, ...right }) => right),
    ),
  ],
  'cmi5.timestamp-order': [after(say('answered', (right) => ({ ...right, timestamp: '2020-01-01T09:00:00Z' })))],
  'cmi5.initialized-first': [wrong(...begin, say('answered')), wrong(...begin, say('terminated'))],
  'cmi5.initialized-once': [after(say('initialized')), wrong(...begin, sayAll('initialized', 'initialized'))],
  'cmi5.terminated-last': [
    wrong(...terminatedFirst, say('answered')),
    wrong(...terminatedFirst, say('terminated')),
    after(sayAll('terminated', 'completed')),
  ],
  'cmi5.completed-once': [
    after(say('completed'), say('completed')),
    { before: [sitting], steps: [...initialized, say('completed')] },
  ],
  'cmi5.passed-once': [
    after(say('passed'), say('passed')),
    { before: [sitting], steps: [...initialized, say('passed')] },
  ],
  'cmi5.never-failed': [after(say('failed'))],
  'cmi5.completion': [
    after(
      say('completed', ({ result: _, ...right }) => ({ ...right, result: { duration: 'PT1S', completion: false } })),
    ),
    after(say('passed', result({ completion: true }))),
  ],
  'cmi5.success': [
    after(say('completed', result({ success: true }))),
    after(say('passed', result({ success: false }))),
  ],
  'cmi5.score-with-pass': [
    after(say('completed', result({ score: { scaled: 0.8 } }))),
    after(say('terminated', result({ score: { scaled: 0.8 } }))),
  ],
  'cmi5.score-bounded': [
    after(say('passed', score(0.8, 80, undefined, undefined))),
    after(say('passed', score(0.8, 101, 0, 100))),
    after(say('passed', score(0.8, 80.5, 0, 100))),
    after(say('passed', score(80, 80, 0, 100))),
  ],
  'cmi5.mastery-score': [
    after(say('passed', score(0.5, 50, 0, 100))),
    after(
      say('passed', (right) => {
        const { [MASTERY]: _, ...extensions } = right.context?.extensions ?? {};
        return context({ extensions })(right);
      }),
    ),
  ],
  'cmi5.duration': [
    after(say('terminated', ({ result: _, ...right }) => right)),
    after(say('completed', result({ duration: '90' }))),
    after(say('passed', result({ duration: 'PT1.234S' }))),
  ],
  'cmi5.launch-mode': [
    { options: { mode: 'Review' }, steps: [...initialized, say('completed')] },
    { options: { mode: 'Browse' }, steps: [...initialized, say('passed')] },
    { options: { mode: 'Browse' }, steps: [...initialized, say('answered')] },
  ],
  'cmi5.review-writes-nothing': [
    { options: { mode: 'Review' }, steps: [...initialized, writePath('1.a')] },
    { options: { mode: 'Browse' }, steps: [...initialized, writePath('1.a')] },
    { options: { mode: 'Review' }, steps: [...initialized, noteCode('AAAA')] },
  ],
  'cmi5.certificate-within': [wrong(...terminatedFirst, noteCode('AAAA'))],
  'cmi5.interaction': [
    after(say('answered', definition({ interactionType: 'other' }))),
    after(say('answered', definition({ choices: [{ id: 'b' }] }))),
    after(say('answered', definition({ type: 'http://adlnet.gov/expapi/activities/question' }))),
    after(say('answered', result({ success: undefined }))),
  ],
};
