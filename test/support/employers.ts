/** Employers with connected packages, and what a package of theirs carries. */
import { connectedPackageQueries } from '../../db/connected-packages.ts';
import { employerQueries } from '../../db/employers.ts';
import { claimTokenOf } from '../../server/package-tokens.ts';
import { type ConnectRequest, connectPackage, fileNameOf } from '../../server/packaging/connect-package.ts';
import type { TestApp } from './app.ts';

export interface TestPackage {
  /** Its permanent address, without the origin. */
  readonly address: string;
  readonly download: string;
  readonly claim: string;
  readonly revoke: (which: 'download' | 'claim') => void;
}

type Asked = Partial<Omit<ConnectRequest, 'employerId'>>;

/** A package of the tiny course's module in SCORM 1.2 for 30 days, where nothing else is asked. */
export function connectFor(test: TestApp, employer = 'Anytown Council', asked: Asked = {}): TestPackage {
  const employers = employerQueries(test.app.db);
  const of = employers.find(employer) ?? employers.add(employer.replaceAll(' ', ''), employer, test.app.clock());
  if (!of) throw new Error(`${employer} could not be added.`);
  const packages = connectedPackageQueries(test.app.db);
  const made = connectPackage(
    packages,
    {
      ...{ employerId: of.id, courseId: 'tiny', modules: ['security'], standard: 'scorm12', choices: {}, days: 30 },
      ...asked,
    },
    test.app.clock(),
  );
  return {
    address: `/packages/${made.downloadToken}/${fileNameOf(made.package)}`,
    download: made.downloadToken,
    claim: claimTokenOf(made.downloadToken),
    revoke: (which) => {
      packages.revoke(made.ids[which], test.app.clock());
    },
  };
}

/** What the `settings.js` of a package says. */
export function settingsIn(files: readonly { readonly name: string; readonly bytes: Buffer }[]) {
  const text = files.find((one) => one.name === 'settings.js')?.bytes.toString('utf8') ?? '';
  return JSON.parse(/^window\.standpointSettings = (.*);$/m.exec(text)?.[1] ?? 'null');
}
