/** Finds and opens whatever will keep the path. */
import { loadScript } from '../load-script.ts';
import { note } from '../log.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../storage.ts';
import { openAlone } from './alone.ts';
import { findApi } from './find-api.ts';
import type { Lms, Reporting } from './lms.ts';
import { openScorm12 } from './scorm12.ts';
import { openScorm2004 } from './scorm2004.ts';

declare global {
  interface Window {
    /** Given by cmi5.js, which only packages for cmi5 carry. Undefined: no LMS opened this page by cmi5. */
    standpointCmi5?: (
      reporting: Reporting,
      seconds: () => number,
      log: typeof note,
    ) => Promise<Lms | 'refused' | undefined>;
  }
}

/** Either standard is taken whatever the settings say: some LMSs offer both, and import one package as the other. */
export async function openLms(settings: Settings, name: string, store: Store, seconds: () => number): Promise<Lms> {
  if (settings.standard === 'cmi5') {
    await loadScript(document, 'cmi5');
    // Without it nothing is known of the LMS: to say that there is none would be wrong.
    const cmi5 = await (window.standpointCmi5?.(settings, seconds, note) ?? 'refused');
    if (cmi5) return cmi5 === 'refused' ? openAlone(store, name, true) : cmi5;
  }
  const api12 = findApi('API', window);
  const api2004 = findApi('API_1484_11', window);
  const open12 = (): Lms | undefined => api12 && openScorm12(api12, settings, seconds);
  const open2004 = (): Lms | undefined => api2004 && openScorm2004(api2004, settings, seconds);
  const scorm = settings.standard === 'scorm12' ? (open12() ?? open2004()) : (open2004() ?? open12());
  return scorm ?? openAlone(store, name, api12 !== undefined || api2004 !== undefined);
}
