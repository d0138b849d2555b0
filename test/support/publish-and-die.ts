/**
 * Publishes the courses of a folder as a start of the server does, and is killed amid it, after so many rows were written;
 * where that is more than there are, the moment all is published. `mutant` publishes without a transaction.
 * Arguments: folder, file of the compiled courses, rows, and perhaps `mutant`. DATA_DIR as for the server.
 */
import { buildApp } from '../../server/app.ts';
import { coursesOnDisk } from '../../server/compiled-courses.ts';
import { readConfig } from '../../server/config.ts';
import { publishCourses } from '../../server/publish-courses.ts';

const [folder = '', file = '', rows = '', how] = process.argv.slice(2);
const die = (): boolean => process.kill(process.pid, 'SIGKILL');

const app = await buildApp({ config: readConfig(process.env) });
const { orm, raw } = app.db;
let left = Number(rows);
raw.function('row_written', () => {
  left -= 1;
  if (left === 0) die();
  return null;
});
for (const write of ['INSERT ON published_version', 'INSERT ON source_file', 'INSERT ON course', 'UPDATE ON course']) {
  raw.exec(`CREATE TEMP TRIGGER "${write}" AFTER ${write} BEGIN SELECT row_written(); END`);
}
// A statement by itself is a transaction of its own.
if (how === 'mutant') Object.assign(orm, { transaction: (work: (tx: typeof orm) => unknown) => work(orm) });
for (const complaint of publishCourses(app, await coursesOnDisk({ folder, file }))) console.error(complaint);
die();
