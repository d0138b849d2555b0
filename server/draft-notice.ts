/** The one place from which every page of a course says what its guidance is: the setting in the guidance file. */
import type { Content } from '../courses/model/content.ts';

export interface DraftNotice {
  readonly text: string;
  readonly href: string;
}

export function draftNotice({ course, guidance }: Content): DraftNotice | undefined {
  if (guidance.status !== 'draft') return undefined;
  return { text: guidance.notice, href: `/courses/${course.id}/about#guidance` };
}
