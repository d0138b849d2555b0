import { describe, expect, test } from 'vitest';
import { cpdFormOf } from '../../courses/cpd/form.ts';
import { cpdDraftOf, DRAFT_KEY } from '../../public/reflect/cpd-draft.ts';
import { cpdText } from '../../public/reflect/cpd-page.ts';
import { startOf } from '../../public/reflect/cpd-start.ts';
import { memoryStore } from '../support/memory-store.ts';
import { kitOf, SURE_AND_WRONG } from '../support/taken.ts';
import { tinyContent, tinyPackage } from '../support/tiny-course.ts';

const NONCE = 'abcdefghijkl';

/** A browser: what is in its tab and on its device. */
function browser() {
  const [tab, device] = [memoryStore(), memoryStore()];
  return { tab, device, open: () => cpdDraftOf(tab, device, NONCE) };
}

describe('the form', () => {
  test('asks what the regulator asks', () => {
    const { fields } = cpdFormOf('Social Work England');
    expect(fields.map((one) => one.id)).toEqual(['type', 'about', 'date', 'learned', 'impact', 'peer']);
  });

  test('of a publisher without one is the plain one, and does not speak for the regulator', () => {
    expect(JSON.stringify(cpdFormOf('Somebody else'))).not.toContain('Social Work England');
  });
});

describe('a draft starts from', () => {
  const starts = (takes: string, rest = {}): Record<string, string> => {
    const kit = kitOf(takes, rest);
    return Object.fromEntries(cpdFormOf('Social Work England').fields.map((one) => [one.id, startOf(one, kit)]));
  };

  test('the decisions that did not serve, the one they were sure of first, as sentences to finish', () => {
    expect(starts('/scr.a:d.b:c.c:c!3/nei.a:b+c+a.b:4.c:w').learned).toMatch(
      /^At “Your words” I chose: “Tea now”\. Now I see that …\n\nAt “The chat” I chose: Delete your old post/,
    );
  });

  test.each(['find it.', '‘Find it.’', '“Who?”'])('choices that end by themselves (%s), with nothing added', (end) => {
    const said = JSON.stringify(tinyContent).replaceAll('find it"', `${end}"`);
    const kit = kitOf('/scr.a:d.b:c.c:c', { pkg: { ...tinyPackage(), content: JSON.parse(said) } });
    const learned = cpdFormOf('Social Work England').fields.find((one) => one.id === 'learned');
    expect(learned && startOf(learned, kit)).toContain(`${end} Now I see that …`);
  });

  test('what they did well, where nothing went wrong', () => {
    const { learned } = starts('/scr.a:r.b:a+b.c:a+b/nei.a:b+c+a.b:4.c:w');
    expect(learned).toContain('At “The chat” I chose: Ring Joyce now, and listen. I did, because …');
    expect(learned).not.toContain('Now I see');
  });

  test('what they wrote in the stories, in their words', () => {
    const words = (scenario: string, scene: string): string =>
      scenario === 'nei' && scene === 'write' ? 'Lock it.' : '';
    expect(starts(SURE_AND_WRONG, { words }).learned).toContain('What will you change at home? I wrote: Lock it.');
  });

  test('the module and the day, and never from the course’s own reasons', () => {
    const all = starts(SURE_AND_WRONG);
    expect(all.about).toContain('I took “Security”, training on “Communicating online: guidance for social workers”');
    expect(all.date).toBe('25 November 2026');
    const reasons = JSON.stringify(tinyContent.modules).matchAll(/"(?:reason|consequence)":"([^"]+)"/g);
    const said = Object.values(all).join();
    expect(Array.from(reasons, ([, reason = '']) => reason).filter((one) => said.includes(one))).toEqual([]);
  });
});

describe('the learner’s words', () => {
  test('are in this tab only, until they say that the device may keep them', () => {
    const { tab, device, open } = browser();
    open().write('impact', 'I ask first.');
    expect(open().word('impact')).toBe('I ask first.');
    expect(device.keys()).toEqual([]);
    expect(open().keepOnDevice(true)).toBe(true);
    expect(tab.keys()).toEqual([]);
    open().write('peer', 'She agreed.');
    expect(tab.keys()).toEqual([]);
    expect(device.get(DRAFT_KEY + NONCE)).toContain('She agreed.');
    open().keepOnDevice(false);
    expect(device.keys()).toEqual([]);
    expect(open().word('peer')).toBe('She agreed.');
  });

  test('are gone from tab and device when cleared, and come back where that was a slip', () => {
    for (const onDevice of [false, true]) {
      const { tab, device, open } = browser();
      const draft = open();
      draft.write('impact', 'I ask first.');
      draft.keepOnDevice(onDevice);
      const undo = draft.clear();
      expect([...tab.keys(), ...device.keys()]).toEqual([]);
      expect(draft.word('impact')).toBeUndefined();
      undo();
      expect(open().word('impact')).toBe('I ask first.');
      expect(open().isOnDevice()).toBe(onDevice);
    }
  });

  test('would be lost with the tab until they are copied, downloaded or kept on the device', () => {
    const draft = browser().open();
    expect(draft.wouldLose()).toBe(false);
    draft.write('impact', 'I ask first.');
    expect(draft.wouldLose()).toBe(true);
    draft.took({ impact: 'I ask first.' });
    expect(draft.wouldLose()).toBe(false);
    draft.write('impact', 'I ask first, always.');
    expect(draft.wouldLose()).toBe(true);
    draft.keepOnDevice(true);
    expect(draft.wouldLose()).toBe(false);
  });

  test('stay on the page in a browser that keeps nothing, and the learner can be told', () => {
    const refusing = memoryStore({ full: true });
    const draft = cpdDraftOf(refusing, refusing, NONCE);
    expect(draft.write('impact', 'I ask first.')).toBe(false);
    expect(draft.word('impact')).toBe('I ask first.');
    expect(draft.keepOnDevice(true)).toBe(false);
    expect(draft.wouldLose()).toBe(true);
  });

  test.each(['', '{"now":', 'null', '7', '{}'])('begin anew where another script wrote %j in their place', (other) => {
    for (const onDevice of [false, true]) {
      const { tab, device, open } = browser();
      (onDevice ? device : tab).set(DRAFT_KEY + NONCE, other);
      expect(open().word('impact')).toBeUndefined();
      expect(open().wouldLose()).toBe(false);
      open().write('impact', 'I ask first.');
      expect(open().word('impact')).toBe('I ask first.');
    }
  });

  test('in two tabs of one device do not overwrite each other’s fields', () => {
    const device = memoryStore();
    const [one, other] = [cpdDraftOf(memoryStore(), device, NONCE), cpdDraftOf(memoryStore(), device, NONCE)];
    one.keepOnDevice(true);
    one.write('impact', 'From one.');
    other.write('peer', 'From the other.');
    expect(one.word('peer')).toBe('From the other.');
    expect(other.word('impact')).toBe('From one.');
  });

  test('become a text file with every field, as the plainest editor reads it', () => {
    const { open } = browser();
    open().write('impact', 'First.\nSecond.');
    const text = cpdText(kitOf(SURE_AND_WRONG), open());
    expect(text).toContain('\r\n\r\nIMPACT: WHAT IT CHANGES\r\nFirst.\r\nSecond.\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain('DATE\r\n25 November 2026');
  });
});
