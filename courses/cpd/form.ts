/**
 * A regulator's form for CPD (continuing professional development), as data: the views know no field by name. It is the
 * form of the day and no part of a published version: an old attempt is reflected on in today's fields.
 */
import { socialWorkEngland } from './social-work-england.ts';

export interface CpdField {
  /** Kept for ever: drafts in browsers are found by it. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** Lines that the box shows; 1 is a box for one line. */
  readonly rows: number;
  /**
   * What stands in the box at first. {modules}, {guidance}, {question} and {date} are filled in; {decisions} gives what
   * the learner chose, as beginnings of sentences for them to finish, and {reflections} what they wrote in the stories.
   */
  readonly start: string;
}

export interface CpdForm {
  /** As courses name the publisher of their guidance. */
  readonly regulator: string;
  /** What the learner reads before the first field. */
  readonly about: string;
  /** Who may be talked it over with. */
  readonly peer: string;
  readonly fields: readonly CpdField[];
}

const FORMS: readonly CpdForm[] = [socialWorkEngland];

/** Without a form of its own, a publisher's guidance is reflected on in the fields that every such form has. */
const plain = {
  about: 'These boxes are what most records of CPD ask for.',
  peer: 'A peer is a colleague, a manager, or somebody else who knows your practice.',
  fields: socialWorkEngland.fields.filter((one) => one.id !== 'type'),
};

export const cpdFormOf = (publisher: string): CpdForm =>
  FORMS.find((one) => one.regulator === publisher) ?? { regulator: publisher, ...plain };
