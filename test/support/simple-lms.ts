/**
 * An LMS page for player tests: it holds the package in a frame, keeps what it is told in local storage, writes down
 * every call, and fails on request. It checks nothing; the strict LMS beside it does that.
 */
type Standard = 'scorm12' | 'scorm2004-4';

const SCRIPT = `
const standard = document.documentElement.dataset.standard;
const old = standard === 'scorm12';
const KEY = 'lms.' + standard;
const read = () => JSON.parse(localStorage.getItem(KEY) || '{}');
let set = read();
let error = '0';
window.calls = [];
/* '', 'refuses' a commit, 'reports' an error after it, or 'forgets' what it was told. */
window.failing = '';
const log = (name, work) => (...values) => {
  const answer = work(...values);
  window.calls.push([name, ...values, answer]);
  return answer;
};
const api = {
  Initialize: log('Initialize', () => String(!localStorage.getItem('refuses-sessions'))),
  GetValue: log('GetValue', (name) => set[name] ?? (/_id$/.test(name) ? 'learner-1' : '')),
  SetValue: log('SetValue', (name, value) => { set[name] = value; return 'true'; }),
  Commit: log('Commit', () => {
    error = window.failing && window.failing !== 'forgets' ? '101' : '0';
    if (window.failing === 'forgets') set = read();
    if (window.failing) return window.failing === 'refuses' ? 'false' : 'true';
    localStorage.setItem(KEY, JSON.stringify(set));
    return 'true';
  }),
  Terminate: log('Terminate', () => { if (!window.failing) localStorage.setItem(KEY, JSON.stringify(set)); return 'true'; }),
  GetLastError: log('GetLastError', () => error),
};
if (old) {
  window.API = Object.fromEntries(Object.entries(api).map(([name, work]) => ['LMS' + (name === 'Terminate' ? 'Finish' : name), work]));
} else window.API_1484_11 = api;
`;

/** Files of the page, for `serveFiles`. It opens the package that stands beside it. */
export function simpleLms(standard: Standard): Record<string, string> {
  return {
    'lms.html': `<!doctype html><html lang="en" data-standard="${standard}"><title>LMS</title><script src="lms.js"></script>
<iframe id="package" title="Package" src="index.html" style="width:100%;height:700px;border:0"></iframe></html>`,
    'lms.js': SCRIPT,
  };
}

/** What the LMS has stored, read in its page. */
export const heldBy = (standard: Standard): string => `JSON.parse(localStorage.getItem('lms.${standard}') || '{}')`;
