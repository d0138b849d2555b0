/** The Security module as it is taught, taken to a pass in each place where learners meet it. */
import { expect, test } from 'vitest';
import { selectModules } from '../../courses/model/content.ts';
import { publishedCourse } from '../bench/published-course.ts';
import { runApp } from '../support/app.ts';
import { takeBestWay } from '../support/best-way.ts';
import { sharedBrowser } from '../support/browser.ts';
import { importedInto, says } from '../support/cmi5-sittings.ts';
import { contextOf } from '../support/host-page.ts';
import { startLearner } from '../support/learners.ts';
import { imported } from '../support/strict-lms/imported.ts';

const browser = await sharedBrowser();
const { content } = publishedCourse();
const security = selectModules(content, ['security']);

test('on this site: each decision is asked as it stands in the course, and the server holds the pass', async () => {
  const { running, address } = await runApp({ content });
  const learner = await startLearner(running, running.visitor(), `/modules/${content.course.id}/security/attempts`);
  const context = await contextOf(browser, address, learner);
  const page = await context.newPage();
  await page.goto(`${address}/attempts/${learner.id}`);
  const frame = await (await page.waitForSelector('#package')).contentFrame();
  if (!frame) throw new Error('The page shows no package.');
  await takeBestWay(frame, security);
  await page.locator('#save', { hasText: /^Saved$/ }).waitFor();
  await expect.poll(() => learner.stored()).toMatchObject({ passed: true, percent: 100 });
  await context.close();
});

test('in an LMS that speaks SCORM 1.2, without one wrong call', async () => {
  const lms = await imported(browser, 'scorm12', { content });
  await takeBestWay(await lms.launch(), security);
  await lms.leave();
  expect(await lms.violations()).toEqual([]);
  expect((await lms.record()).values).toMatchObject({
    'cmi.core.lesson_status': 'passed',
    'cmi.core.score.raw': '100',
  });
});

test('in an LMS that speaks cmi5, without one wrong word', async () => {
  const lms = await importedInto(browser, {}, content);
  const frame = await lms.launch();
  await takeBestWay(frame, security);
  await says(frame, 'Saved');
  await lms.leave();
  expect(lms.lrs.violations()).toEqual([]);
  expect(lms.lrs.verbs()).toEqual(['initialized', 'completed', 'passed', 'terminated']);
  expect(lms.lrs.isSatisfied()).toBe(true);
});
