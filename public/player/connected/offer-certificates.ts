/** The way from a pass to a certificate, in the page that says so. Nothing is sent before the learner has read what. */
import type { Html } from '../../../courses/blocks/html.ts';
import type { Notes } from '../lms/lms.ts';
import { readPackage } from '../package-content.ts';
import type { Connection } from '../settings.ts';
import { sendClaim } from './claim.ts';
import type { Connected, Standing } from './connected.ts';
import { asSpoken, scormNotes } from './notes.ts';
import { lineFor, notedCode, type Subject, subjectsOf } from './subjects.ts';
import { type Asking, askView, madeView, type Offer, offersView, shortView } from './views.ts';

export function offerCertificates(connection: Connection): Connected['standing'] {
  return (standing) => {
    const { main, path, lms } = standing;
    // What was not reported to an LMS cannot be claimed as if it were, and in review nothing happened.
    if (!connection.claim || lms.kind === 'alone' || lms.mode !== 'normal') return;
    const { passMark } = readPackage(document).content.course;
    const subjects = subjectsOf(standing, passMark);
    const isShort = subjects.length === 0 && standing.page === 'result' && standing.outcome.passed;
    if (subjects.length === 0 && !isShort) return;
    const section = document.createElement('section');
    section.className = 'take claim';
    // On the list of stories what is still to do comes first.
    if (standing.page === 'stories') main.append(section);
    else main.querySelector('.actions')?.after(section);
    if (isShort) {
      section.innerHTML = shortView(connection, passMark).text;
      return;
    }
    const nonce = path.split(/[.~/]/)[2] ?? '';
    void offerIn(section, { connection, standing, subjects, notes: lms.notes ?? scormNotes(nonce) });
  };
}

interface Offering {
  readonly connection: Connection;
  readonly standing: Standing;
  readonly subjects: readonly Subject[];
  readonly notes: Notes | undefined;
}

async function offerIn(section: HTMLElement, { connection, standing, subjects, notes }: Offering): Promise<void> {
  const { server, claim: token = '' } = connection;
  const isOneOf = standing.pkg.modules.length > 1;
  let subject: Subject | undefined = subjects[0];
  let record = '';
  const show = (view: Html, focus?: string): void => {
    section.innerHTML = view.text;
    if (focus) section.querySelector<HTMLElement>(focus)?.focus();
  };
  const offerOf = (one: Subject): Offer => {
    const shownCode = notedCode(one, record);
    return { subject: one, ...(shownCode !== undefined && { shownCode, url: urlOf(shownCode) }) };
  };
  const urlOf = (shownCode: string): string => `${server}/certificates/${shownCode.replaceAll('-', '')}`;
  const offer = (focus?: string): void => show(offersView(connection, subjects.map(offerOf)), focus);
  const ask = (more: Pick<Asking, 'name'> & Partial<Asking>, focus: string): void => {
    const of = isOneOf && subject ? { of: subject.title } : {};
    show(askView({ connection, ...of, ...more }), focus);
  };
  record = (await notes?.read()) ?? '';
  offer();

  section.addEventListener('click', ({ target }) => {
    const act = target instanceof Element ? target.closest<HTMLElement>('[data-claim]')?.dataset.claim : undefined;
    const [what, index = 0] = act?.split(':') ?? [];
    if (what === 'ask') {
      subject = subjects[Number(index)];
      ask({ name: asSpoken(notes?.learnerName ?? '') }, 'h2');
    }
    if (what === 'not-now') offer('h2');
  });
  section.addEventListener('submit', async (event) => {
    event.preventDefault();
    const name = section.querySelector('input')?.value ?? '';
    const button = section.querySelector<HTMLButtonElement>('button.primary');
    // A second press would be a second claim; the words say why nothing seems to happen.
    if (!subject || !button || button.hasAttribute('aria-disabled')) return;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = 'Sending';
    const { hash: carried } = readPackage(document);
    const { pkg, path } = standing;
    const { module } = subject;
    const answer = await sendClaim(connection, {
      ...{ token, carried, hash: pkg.hash, path, name },
      ...(module !== undefined && { module }),
    });
    if (answer.kind === 'name') ask({ name, wrong: answer.words }, 'input');
    else if (answer.kind === 'not-made') ask({ name, failed: answer.words }, 'button.primary');
    else {
      const line = lineFor(subject, answer.shownCode, server);
      const noted = (await notes?.write(line)) ?? false;
      record = `${record} ${line}`;
      show(madeView({ ...answer, noted, others: isOneOf }), 'h2');
    }
  });
}
