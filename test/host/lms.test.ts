import { describe, expect, it } from 'vitest';
import { createApi } from '../../public/host/lms.ts';
import { nameOf } from '../conformance/requirements.ts';

const EMPTY = '1.3fa94c21.k7f2q9x1ab.1';
const ONE = `${EMPTY}/gran.a:b`;

function lms(path: string, commit: (path: string) => boolean = () => true) {
  const committed: string[] = [];
  const api = createApi({
    id: 'attempt',
    path,
    passed: false,
    commit: (one) => {
      committed.push(one);
      return commit(one);
    },
  });
  return { api, committed };
}

describe('the package hears "false"', () => {
  it('where its commit is not safe on this device', () => {
    const { api } = lms(EMPTY, () => false);
    api.LMSInitialize('');
    api.LMSSetValue('cmi.suspend_data', ONE);
    expect(api.LMSCommit('')).toBe('false');
    expect(api.LMSGetLastError()).toBe('101');
  });

  it(nameOf('quirk.host-long'), () => {
    const { api, committed } = lms(EMPTY);
    api.LMSInitialize('');
    expect(api.LMSSetValue('cmi.suspend_data', ONE.padEnd(4001, '.a:b'))).toBe('false');
    expect(api.LMSGetLastError()).toBe('405');
    expect(api.LMSGetValue('cmi.suspend_data')).toBe(EMPTY);
    api.LMSCommit('');
    expect(committed).toEqual([EMPTY]);
  });

  it('for suspend_data that is no path, or another attempt’s', () => {
    const { api, committed } = lms(EMPTY);
    api.LMSInitialize('');
    for (const strange of ['{"a":1}', ONE.replace('k7f2q9x1ab', 'zzzzzzzzzz'), '']) {
      api.LMSSetValue('cmi.suspend_data', strange);
      expect(api.LMSCommit('')).toBe('false');
    }
    expect(committed).toEqual([]);
  });
});

describe('the package finds', () => {
  it('a first launch where nothing is decided', () => {
    const { api } = lms(EMPTY);
    expect(api.LMSInitialize('')).toBe('true');
    expect(api.LMSGetValue('cmi.core.entry')).toBe('ab-initio');
    expect(api.LMSGetValue('cmi.core.lesson_status')).toBe('not attempted');
    expect(api.LMSGetValue('cmi.core.lesson_mode')).toBe('normal');
    expect(api.LMSGetValue('cmi.core.credit')).toBe('credit');
  });

  it(nameOf('quirk.host-numbers'), () => {
    const { api } = lms(ONE);
    api.LMSInitialize('');
    expect(api.LMSGetValue('cmi.suspend_data')).toBe(ONE);
    expect(api.LMSGetValue('cmi.core.entry')).toBe('resume');
    expect(api.LMSGetValue('cmi.core.lesson_status')).toBe('incomplete');
  });
});

it(nameOf('quirk.host-beacon'), () => {
  const { api, committed } = lms(EMPTY);
  api.LMSInitialize('');
  api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
  api.LMSSetValue('cmi.suspend_data', ONE);
  expect(api.LMSCommit('')).toBe('true');
  expect(api.LMSFinish('')).toBe('true');
  expect(committed).toEqual([ONE, ONE]);
});
