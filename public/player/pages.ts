/** From what the learner looks at to the page that shows it. Pure: the same attempt and view give the same page. */
import type { Content } from '../../courses/model/content.ts';
import { type Attempt, latestTake, nextScenario, walkOf } from './attempt.ts';
import type { Receipt } from './lms/lms.ts';
import type { Draft } from './remembered.ts';
import { type StoryView, storyState, type View } from './state.ts';
import { debriefPage } from './views/debrief.ts';
import type { Page } from './views/page.ts';
import { resultPage } from './views/result.ts';
import { storiesPage } from './views/stories.ts';
import { storyPage } from './views/story.ts';

export interface Showing {
  readonly content: Content;
  readonly attempt: Attempt;
  readonly host: boolean;
  /** What the LMS says that it holds. */
  readonly receipt: () => Receipt | undefined;
  readonly draft: (view: StoryView) => Draft;
}

/** @throws ModelError where a remembered view no longer fits the attempt */
export function pageOf(showing: Showing, view: Exclude<View, { page: 'reflect' }>): Page {
  const { content, attempt, host } = showing;
  switch (view.page) {
    case 'stories':
      return storiesPage(content, attempt);
    case 'result':
      return resultPage({ content, attempt, host, receipt: showing.receipt() });
    case 'debrief': {
      const walk = walkOf(attempt, view.scenario);
      const state = latestTake(walk);
      return state ? debriefPage({ content, walk, state, next: afterDebrief(attempt) }) : storiesPage(content, attempt);
    }
    case 'story': {
      const module = content.modules.find((one) => one.scenarios.some(({ id }) => id === view.scenario));
      if (!module) throw new Error(`There is no story ${view.scenario} here.`);
      return storyPage({ content, module, state: storyState(attempt, view), view, draft: showing.draft(view) });
    }
  }
}

function afterDebrief(attempt: Attempt): { label: string; action: string } {
  if (attempt.outcome.complete) return { label: 'See how it went', action: 'result' };
  const next = nextScenario(attempt);
  return next
    ? { label: `Next story: ${next.scenario.title}`, action: `enter:${next.scenario.id}` }
    : { label: 'All stories', action: 'stories' };
}
