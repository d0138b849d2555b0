/** The forms that take an e-mail address and a password: what they hold, and what can be wrong with it. */
import { type Static, Type } from 'typebox';
import { PASSWORD_LENGTH } from './auth.ts';

export const Credentials = Type.Object({
  email: Type.Optional(Type.String()),
  password: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  next: Type.Optional(Type.String()),
});
export type Credentials = Static<typeof Credentials>;

export interface FieldError {
  readonly field: string;
  readonly text: string;
}

/** What better-auth takes as well; it would refuse the rest without saying which field is meant. */
const EMAIL = /^[\w'+-]+(\.[\w'+-]+)*@([a-z\d][a-z\d-]*\.)+[a-z]{2,}$/i;

/** Everything that is wrong, in the person's words; `fresh` also checks what a new password needs. */
export function checkCredentials({ email = '', password = '', name = '' }: Credentials, fresh: boolean): FieldError[] {
  const errors: FieldError[] = [];
  if (email.trim() === '') errors.push({ field: 'email', text: 'Enter your e-mail address' });
  else if (!EMAIL.test(email.trim()) || email.length > 254) {
    errors.push({ field: 'email', text: 'Enter an e-mail address like name@example.org' });
  }
  if (password === '') errors.push({ field: 'password', text: 'Enter a password' });
  else if (fresh && password.length < PASSWORD_LENGTH.least) {
    errors.push({ field: 'password', text: `Enter a password of ${PASSWORD_LENGTH.least} characters or more` });
  } else if (password.length > PASSWORD_LENGTH.most) {
    errors.push({ field: 'password', text: `Enter a password of ${PASSWORD_LENGTH.most} characters or fewer` });
  }
  if (name.trim().length > 80) errors.push({ field: 'name', text: 'Enter a name of 80 characters or fewer' });
  return errors;
}

/** Where to go afterwards: a place on this site, never another. */
export function safeNext(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])[\w\-./?=&#%]*$/.test(next) ? next : '/account';
}
