/** What a page gave to download. */
import { readFileSync } from 'node:fs';
import type { Download } from 'playwright-core';

export const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');
