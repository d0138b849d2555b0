/** Checks one zip in a process of its own, and says what that cost. */
import { readFileSync } from 'node:fs';
import { checkZip } from '../../../server/packaging/check-zip.ts';

const from = performance.now();
await checkZip(process.argv[2] ?? '');
const milliseconds = performance.now() - from;
// The operating system's own peak since this program began; resourceUsage() counts what its parent held as well.
const [, kibibytes = '0'] = /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
console.log(JSON.stringify({ milliseconds, memory: Number(kibibytes) * 1024 }));
