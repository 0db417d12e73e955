import type { Codebook, Entity, Place } from '../core/codebook/codebook.ts';
import { compareDays } from '../core/dates.ts';
import { t } from '../core/language.ts';
import { fold } from '../core/names/fold.ts';
import type { CodebookFinding, CodebookRule } from './rule.ts';
import { said } from './say.ts';

export const sharedAlias: CodebookRule = {
  subject: 'codebook',
  code: 'shared-alias',
  level: 'warning',
  docs: {
    title: 'Two entities have one name',
    about:
      'Names and aliases of entities are looked for in the texts. Where two entities have the same name at the same time, capitals and spaces aside, a text that holds it could mean either, and the mention cannot be linked without asking you. Names that hold for different times, such as the title of an office, are no trouble: give them `from:` and `to:`.',
    mend: 'Take the name from the entity that is seldom meant by it, make one of the two longer, or say from when to when each holds:\n\n```yaml\naliases:\n  - { text: the Foreign Minister, from: 2031-01-01, to: 2032-12-31 }\n```',
  },
  examples: {
    good: [
      `
      entities:
        marrow:
          kind: actor
          name: Lena Marrow
          aliases: [{ text: Foreign Minister, to: 2031-06-30 }]
        brandt:
          kind: actor
          name: Anna Brandt
          aliases: [{ text: Foreign Minister, from: 2031-07-01 }]
      `,
    ],
    bad: [
      `
      entities:
        marrow:
          kind: actor
          name: Lena Marrow
          aliases: [Foreign Minister]
        brandt:
          kind: actor
          name: Anna Brandt
          aliases: [foreign minister]
                    ^^^^^^^^^^^^^^^^ is a name of “marrow”
      `,
    ],
  },
  *check(codebook) {
    const earlier = new Map<string, Name[]>();
    for (const name of namesIn(codebook)) {
      const key = keyOf(name.text);
      const same = earlier.get(key) ?? [];
      const other = same.find((one) => one.owner !== name.owner && overlap(one, name));
      if (other) yield finding(name, other);
      earlier.set(key, [...same, name]);
    }
  },
};

/** A name of an entity for a time; without a day it is open at that end. */
interface Name {
  readonly text: string;
  readonly owner: Entity;
  readonly place: Place;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

function* namesIn({ entities }: Codebook): Generator<Name> {
  for (const owner of entities.values()) {
    const place = owner.namePlace ?? owner.place;
    if (owner.name) yield { text: owner.name, owner, place, from: undefined, to: undefined };
    for (const alias of owner.aliases) yield { ...alias, owner };
  }
}

/** Abbreviations keep their capitals: WHO is not who. */
const keyOf = (text: string): string =>
  /^\p{Lu}{1,5}$/u.test(text.trim()) ? text.trim() : fold(text);

const overlap = (a: Name, b: Name): boolean => begins(a, b) && begins(b, a);

/** Whether `a` has begun before `b` is over. */
const begins = ({ from }: Name, { to }: Name): boolean =>
  !from || !to || compareDays(from, to) <= 0;

function finding({ text, place }: Name, other: Name): CodebookFinding {
  const { owner } = other;
  return {
    ...place,
    message: {
      what: t`${said(text)} is a name of ${said(owner.id)} (${owner.name}) too.`,
      why: t`A text that holds it could mean either, so its mentions cannot be linked by themselves.`,
      advice: t`Take it from the one that is seldom meant, make it longer, or say from when to when each holds.`,
    },
    related: [{ ...other.place, message: t`The name of ${said(owner.id)}.` }],
  };
}
