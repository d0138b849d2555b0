/** Rules about flags and people: what one place names, another must know. */
import type { Block } from '../../blocks/schema.ts';
import { didYouMean } from '../closest.ts';
import { flagsRead, flagsSet } from './conditions-of.ts';
import type { DataPath } from './finding.ts';
import type { Problem, ScenarioContext, ScenarioRule } from './rule.ts';

export const nameRules: readonly ScenarioRule[] = [
  {
    id: 'flag-never-set',
    severity: 'error',
    why: 'A condition on a flag that nothing sets never changes: a slip of the pen, nearly always.',
    *check({ scenario }) {
      const set = [...new Set(flagsSet(scenario).map((one) => one.flag))];
      for (const { flag, path } of flagsRead(scenario)) {
        if (set.includes(flag)) continue;
        yield [
          path,
          `No choice sets the flag “${flag}”.${didYouMean(flag, set)} Set it somewhere, or take the condition out.`,
        ];
      }
    },
  },
  {
    id: 'flag-never-read',
    severity: 'warning',
    why: 'A flag that nothing reads has no effect.',
    *check({ scenario }) {
      const read = new Set(flagsRead(scenario).map((one) => one.flag));
      for (const { flag, path } of flagsSet(scenario)) {
        if (!read.has(flag)) yield [path, `Nothing reads the flag “${flag}”. Use it in a “when”, or do not set it.`];
      }
    },
  },
  {
    id: 'unknown-person',
    severity: 'error',
    why: 'A key that is not in people would be shown to the learner as it stands.',
    check: checkPeople,
  },
];

function* checkPeople({ scenario }: ScenarioContext): Iterable<Problem> {
  const known = [...Object.keys(scenario.people ?? {}), 'me'];
  for (const [index, scene] of scenario.scenes.entries()) {
    for (const [at, block] of (scene.blocks ?? []).entries()) {
      for (const { person, path } of peopleOf(block)) {
        if (known.includes(person) || !/^[a-z]/.test(person)) continue;
        const message = `“${person}” is not one of this story’s people.${didYouMean(person, known)}`;
        yield [
          ['scenes', index, 'blocks', at, ...path],
          `${message} Add them to people, or write a name with a capital.`,
        ];
      }
    }
  }
}

interface PlacedPerson {
  readonly person: string;
  readonly path: DataPath;
}

const each = <T>(
  list: readonly T[] | undefined,
  key: string,
  field: string,
  of: (one: T) => string | undefined,
): PlacedPerson[] =>
  (list ?? []).flatMap((one, index) => {
    const person = of(one);
    return person === undefined ? [] : [{ person, path: field === '' ? [key, index] : [key, index, field] }];
  });

function peopleOf(block: Block): PlacedPerson[] {
  switch (block.kind) {
    case 'email':
      return [
        { person: block.from, path: ['from'] },
        ...each(block.to, 'to', '', (one) => one),
        ...each(block.cc, 'cc', '', (one) => one),
      ];
    case 'chat':
      return each(block.messages, 'messages', 'from', (one) => one.from);
    case 'post':
      return [
        { person: block.author, path: ['author'] },
        ...each(block.comments, 'comments', 'from', (one) => one.from),
      ];
    case 'call':
      return [
        ...each(block.tiles, 'tiles', 'person', (one) => one.person),
        ...each(block.captions, 'captions', 'from', (one) => one.from),
      ];
    case 'record':
      return each(block.entries, 'entries', 'by', (one) => one.by);
    case 'narration':
    case 'settings':
    case 'document':
      return [];
  }
}
