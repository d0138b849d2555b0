/** No test finds a window that another left open, and none goes on working behind it. */
import { afterEach } from 'vitest';
import { closeWindows } from './browser.ts';

afterEach(closeWindows);
