/** The way from a pass to a certificate, in the page that says so. Nothing is sent before the learner has read what. */
import type { Html } from '../../../courses/blocks/html.ts';
import type { Notes } from '../lms/lms.ts';
import { readPackage } from '../package-content.ts';
import type { Connection } from '../settings.ts';
import { sendClaim } from './claim.ts';
import type { Connected, Passed } from './connected.ts';
import { asSpoken, scormNotes } from './notes.ts';
import { type Asking, askView, madeView, offerView } from './views.ts';

export function offerCertificate(connection: Connection): Connected['passed'] {
  return (passed) => {
    const { main, path, lms } = passed;
    // What was not reported to an LMS cannot be claimed as if it were, and in review nothing happened.
    if (!connection.claim || lms.kind === 'alone' || lms.mode !== 'normal') return;
    const section = document.createElement('section');
    section.className = 'take claim';
    main.querySelector('.actions')?.after(section);
    const nonce = path.split(/[.~/]/)[2] ?? '';
    void offerIn(section, connection, passed, lms.notes ?? scormNotes(nonce));
  };
}

/** How the code stands in the LMS's record, and is found there again. */
const lineFor = (shownCode: string, server: string): string =>
  `Standpoint certificate ${shownCode}, ${server}/verify/${shownCode.replaceAll('-', '')}`;
const NOTED = /Standpoint certificate (\w{4}-\w{4}-\w{4}),/;

async function offerIn(
  section: HTMLElement,
  connection: Connection,
  { pkg, path }: Passed,
  notes: Notes | undefined,
): Promise<void> {
  const { server, claim: token = '' } = connection;
  const show = (view: Html, focus?: string): void => {
    section.innerHTML = view.text;
    if (focus) section.querySelector<HTMLElement>(focus)?.focus();
  };
  const ask = (more: Pick<Asking, 'name'> & Partial<Asking>, focus: string): void =>
    show(askView({ connection, ...more }), focus);
  const noted = NOTED.exec((await notes?.read()) ?? '')?.[1];
  if (noted)
    show(madeView({ shownCode: noted, url: `${server}/certificates/${noted.replaceAll('-', '')}`, noted: true }));
  else show(offerView(connection));

  section.addEventListener('click', ({ target }) => {
    const act = target instanceof Element ? target.closest<HTMLElement>('[data-claim]')?.dataset.claim : undefined;
    if (act === 'ask') ask({ name: asSpoken(notes?.learnerName ?? '') }, 'h2');
    if (act === 'not-now') show(offerView(connection), 'button');
  });
  section.addEventListener('submit', async (event) => {
    event.preventDefault();
    const name = section.querySelector('input')?.value ?? '';
    const button = section.querySelector<HTMLButtonElement>('button.primary');
    // A second press would be a second claim; the words say why nothing seems to happen.
    if (!button || button.hasAttribute('aria-disabled')) return;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = 'Sending';
    const { hash: carried } = readPackage(document);
    const answer = await sendClaim(connection, { token, carried, hash: pkg.hash, path, name });
    if (answer.kind === 'name') ask({ name, wrong: answer.words }, 'input');
    else if (answer.kind === 'not-made') ask({ name, failed: answer.words }, 'button.primary');
    else {
      const line = lineFor(answer.shownCode, server);
      show(madeView({ ...answer, noted: (await notes?.write(line)) ?? false }), 'h2');
    }
  });
}
