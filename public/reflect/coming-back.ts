/** "Come back to it": two dates for the learner's own calendar, with the decisions that it pays most to meet again. */
import type { State } from '../../courses/model/engine.ts';
import { digest, html, sureButNot } from '../player/shared.ts';
import type { Page } from '../player/views/page.ts';
import { encodePractice, type PracticeItem } from '../practice/fragment.ts';
import { calendarFile, type Reminder } from './calendar-file.ts';
import { download } from './download.ts';
import type { Kit } from './reflect.ts';
import { modulesOf, slugOf, takesOf } from './taken.ts';

/** Days: a first time when it has begun to fade, and once more after twice as long. */
const AFTER = [8, 16];
/** Two minutes each, so an evening is not asked for; more only where the learner was sure and it did not serve. */
const USUAL = 3;
const MOST = 5;

const WORST_FIRST = ['harmful', 'risky', 'sound', 'strong'];

export interface Return extends PracticeItem {
  readonly story: string;
  readonly title: string;
}

/** Sure and not served first, then what served least. A way without a fault comes back as well: it is to stay. */
export function decisionsToMeet(takes: readonly State[]): Return[] {
  const all = takes.flatMap(({ scenario, steps }) =>
    steps.flatMap((step) => {
      const { rating } = step.judged;
      if (!rating) return [];
      const place = sureButNot({ step }) ? -1 : WORST_FIRST.indexOf(rating);
      const named = {
        scenario: scenario.id,
        decision: step.decision.id,
        story: scenario.title,
        title: step.scene.title,
      };
      return [{ ...named, place }];
    }),
  );
  const sure = all.filter((one) => one.place < 0).length;
  return all.sort((one, other) => one.place - other.place).slice(0, Math.min(Math.max(sure, USUAL), MOST));
}

export const daysToReturn = (now: Date): Date[] =>
  AFTER.map((days) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days));

/** The entries for the learner's calendar. They name the module and no choice: others may see a calendar at work. */
export function remindersOf(kit: Kit): Reminder[] {
  const { pkg, site, attempt } = kit;
  const items = decisionsToMeet(takesOf(kit));
  const name = modulesOf(kit);
  const fragment = encodePractice({ course: pkg.content.course.id, items });
  const text = site
    ? 'Two minutes with decisions that you took before. No account, and nothing is sent or recorded.'
    : `Open the module again where you took it, and look back at: ${[...new Set(items.map((one) => one.story))].join('; ')}.`;
  return daysToReturn(kit.now).map((day, index) => ({
    day,
    uid: `${digest(attempt.replayed.path.nonce + fragment)}-${index + 1}@standpoint`,
    summary: `Come back to it: ${name}`,
    text,
    link: site && `${site.replace(/\/$/, '')}/practice#${fragment}`,
  }));
}

export function calendarPage(kit: Kit): Page {
  const days = daysToReturn(kit.now).map((day) =>
    day.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).replaceAll(' ', '\u00a0'),
  );
  return {
    title: 'Come back to it',
    focus: 'h1',
    body: html`<h1 tabindex="-1">Come back to it</h1>
<p class="lead">What you meet again after a week, and after two, stays with you. Two dates for your calendar: <b>${days[0]}</b> and <b>${days[1]}</b>.</p>
<p>These decisions come back${kit.site && ', in another setting where the course has one'}:</p>
<ul>${decisionsToMeet(takesOf(kit)).map((one) => html`<li>${one.title} <span class="soft">(${one.story})</span></li>`)}</ul>
<p>${
      kit.site
        ? 'The dates carry a link. It needs no account, and tells us nothing about you.'
        : 'The dates carry no link: they say which stories to open again where you took this module.'
    } They name the module, and nothing that you chose.</p>
<p class="actions"><button type="button" class="primary" data-reflect="calendar">Put them in my calendar</button> <button type="button" class="quiet" data-do="result">Back</button></p>
<p><output id="says"></output></p>`,
  };
}

export function downloadCalendar(kit: Kit): string {
  download(`${slugOf(kit)}.ics`, 'text/calendar', calendarFile(remindersOf(kit), kit.now));
  return 'Open the file that was downloaded, and your calendar asks where to put the two dates.';
}
