/** `certificate correct CODE`, `certificate withdraw CODE`: what only whoever runs the server may do to a certificate. */
import { certificateQueries } from '../../db/certificates.ts';
import { showCode } from '../certificates/code.ts';
import { correctCertificate, type Refused, withdrawCertificate } from '../certificates/correct-certificate.ts';
import type { Issuing } from '../certificates/issue-certificate.ts';
import { certificateSigner } from '../certificates/keys.ts';
import { readName } from '../certificates/read-name.ts';
import { type Io, readArgs, UsageError } from './command.ts';
import { withServersData } from './open-data.ts';

export async function manageCertificates(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, { name: { type: 'string' }, why: { type: 'string' } });
  const [act, code, ...more] = positionals;
  if ((act !== 'correct' && act !== 'withdraw') || code === undefined || more.length > 0) {
    throw new UsageError('Say correct or withdraw, and one code.');
  }
  const why = values.why?.trim();
  if (!why) throw new UsageError('Say why with --why: it is kept with the withdrawn certificate.');
  if (act === 'withdraw') {
    if (values.name !== undefined) throw new UsageError('A name goes with correct, not with withdraw.');
    return withdraw(io, code, why);
  }
  const { name, wrong } = readName(values.name ?? '');
  if (wrong !== undefined) throw new UsageError(`Give the right name with --name. ${wrong}.`);
  return correct(io, { code, name, why });
}

const WORDS: Readonly<Record<Refused, string>> = {
  'no-such': 'There is no such certificate. Check each letter and digit.',
  withdrawn: 'That certificate was withdrawn already.',
  unconfirmed: 'Its signature does not fit, so it is not signed anew. It can be withdrawn.',
};

const correct = (io: Io, asked: { code: string; name: string; why: string }): Promise<number> =>
  inOne((issuing) => correctCertificate(issuing, { ...asked, now: new Date() })).then((done) => {
    if ('refused' in done) return refuse(io, done.refused);
    io.out(`${showCode(done.code)}  ${asked.name}`);
    io.out('The old one is withdrawn. Whoever asks for their certificate again gets this one.');
    return 0;
  });

const withdraw = (io: Io, code: string, why: string): Promise<number> =>
  inOne((issuing) => withdrawCertificate(issuing, code, why, new Date())).then((refused) => {
    if (refused !== undefined) return refuse(io, refused);
    io.out('It is withdrawn. Its page says so from now on, without the reason.');
    return 0;
  });

function refuse(io: Io, refused: Refused): number {
  io.err(WORDS[refused]);
  return 1;
}

/** In one transaction, which a server that runs meanwhile waits for. */
const inOne = <T>(work: (issuing: Issuing) => T): Promise<T> =>
  withServersData((db, config) => {
    const issuing = { certificates: certificateQueries(db), signer: certificateSigner(config.dataDir) };
    return db.raw.transaction(() => work(issuing)).immediate();
  });
