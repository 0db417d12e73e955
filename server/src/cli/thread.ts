import { parseArgs } from 'node:util';
import { definitionOf } from '../core/snapshot/resolve.ts';
import { onDay, type Snapshot } from '../core/snapshot/snapshot.ts';
import { idOf, ownOf, shownName } from '../core/snapshot/summary.ts';
import { changesIn } from '../core/threads/changes.ts';
import type { Run } from '../core/threads/difference.ts';
import { sayingAgain } from '../core/threads/lineage.ts';
import { type Member, statusOfMember } from '../core/threads/member.ts';
import type { Thread } from '../core/threads/thread.ts';
import { threadNamed } from '../features/thread.ts';
import { asOfOption, readAsOf } from './as-of.ts';
import { ask, shownPath } from './collection.ts';
import { plain } from './plain.ts';
import { Refused } from './refused.ts';

/** `readout thread ID [--format pretty|json] [--as-of DATE] [path…]`: every mark that hangs together with one, in order of dates. */
export async function thread(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'pretty' }, 'as-of': asOfOption },
  });
  const [wanted, ...paths] = positionals;
  if (!wanted) throw new Refused('Name a mark, e.g. readout thread 2031-05-defence#direct-line.');
  const format = formatOf(values.format);
  const asOf = readAsOf(values['as-of']);
  const { workspace, nearest } = await ask(paths);
  const all = [...workspace.snapshots()].flatMap((snapshot) =>
    namesFor(snapshot, wanted).map((name) => ({ snapshot, name })),
  );
  const found = nearest(all);
  const [first] = found;
  if (!first) throw new Refused(`No mark is called “${wanted}” here.`);
  if (found.length > 1) {
    const names = new Set(found.map(({ name }) => shownName(name, shownPath)).sort());
    throw new Refused(
      names.size > 1
        ? `Several marks are called “${wanted}”: ${[...names].join(', ')}. Name one of them.`
        : `Several collections have “${[...names]}”. Name the folder of the one that is meant.`,
    );
  }
  const snapshot = onDay(first.snapshot, asOf);
  const whole = threadNamed(snapshot, first.name) as Thread;
  process.stdout.write(format === 'json' ? json(snapshot, whole) : pretty(snapshot, whole));
  return 0;
}

export function formatOf(format: string): 'pretty' | 'json' {
  if (format === 'pretty' || format === 'json') return format;
  throw new Refused(`--format is pretty or json, not “${format}”.`);
}

/** `key#id` as it is; an id alone stands for every mark of this id. */
function namesFor(snapshot: Snapshot, wanted: string): string[] {
  const id = wanted.replace(/^#/, '');
  if (id.includes('#')) {
    // A document without a key goes by its file, as this command shows it.
    const own = [...snapshot.entries.values()].find(
      ({ uri, key }) => key === undefined && shownPath(uri) === ownOf(id),
    )?.summary.own;
    const name = own === undefined ? id : `${own}#${idOf(id)}`;
    return threadNamed(snapshot, name) ? [name] : [];
  }
  return [...snapshot.entries.values()].flatMap((entry) =>
    definitionOf(entry, id) ? [`${entry.summary.own}#${id}`] : [],
  );
}

/** A member of a thread as the command line shows it. */
export const shownMember = ({ entry, name, definition, words, verb, actors, due }: Member) => ({
  file: shownPath(entry.uri),
  start: definition.from,
  end: definition.to,
  ...(name && { name: shownName(name, shownPath) }),
  kind: definition.kind,
  ...(entry.summary.date && { date: entry.summary.date }),
  words,
  ...(verb && { verb: (verb.force ?? verb).lemma }),
  actors,
  ...(due && { due }),
});

function json(snapshot: Snapshot, { members, steps }: Thread): string {
  const shown = steps.map(({ via, from, to, difference }) => ({
    ...{ relation: via, from, to },
    words: difference.words,
    changes: changesIn(
      difference,
      members[to] as Member,
      members[from] as Member,
      snapshot.codebook,
    ),
  }));
  const all = members.map((member) => {
    const status = statusOfMember(snapshot, member)?.is;
    return { ...shownMember(member), ...(status && { status }) };
  });
  return `${JSON.stringify({ version: 1, members: all, steps: shown }, null, 2)}\n`;
}

function pretty(snapshot: Snapshot, { members, steps }: Thread): string {
  const { codebook } = snapshot;
  const lines = members.flatMap((member, place) => {
    const own = steps.filter(({ from }) => from === place);
    const told = own.map(({ via, to, difference }) => {
      const earlier = members[to] as Member;
      const isAgain = sayingAgain.has(via);
      const changes = isAgain ? changesIn(difference, earlier, member, codebook) : [];
      const more = changes.length ? `: ${changes.join('; ')}` : '';
      const same = difference.verbatim
        ? `${member.words} (the same words)`
        : marked(difference.words);
      const what = `${via} ${earlier.name ? shownName(earlier.name, shownPath) : earlier.words}${more}`;
      return { what, words: isAgain ? same : member.words };
    });
    const shown = told.flatMap(({ what, words }, i) =>
      told[i + 1]?.words === words ? [what] : [what, words],
    );
    return [
      headOf(snapshot, member),
      ...(told.length ? shown : [member.words]).map((line) => `            ${line}`),
    ];
  });
  return `${lines.map(plain).join('\n')}\n`;
}

function headOf(snapshot: Snapshot, member: Member): string {
  const { entry, name, definition } = member;
  const what = [definition.kind, statusOfMember(snapshot, member)?.is].filter(Boolean).join(', ');
  return `${(entry.summary.date ?? '').padEnd(10)}  ${name ? shownName(name, shownPath) : shownPath(entry.uri)} (${what})`;
}

/** Word differences in plain signs: `will [-not-] {+soon+} go`. */
export const marked = (words: readonly Run[]): string =>
  words
    .map(({ is, text }, place) => {
      if (is === 'same') return text;
      const blank = /\s*$/.exec(text)?.[0] ?? '';
      const inner = text.slice(0, text.length - blank.length);
      // What the texts share is written as the later has it, which may end there without a blank.
      const isGlued =
        is === 'lost' && /[\w,)]$/.test(words[place - 1]?.text ?? '') && /^\w/.test(inner);
      const signs = is === 'lost' ? `[-${inner}-]` : `{+${inner}+}`;
      return (isGlued ? ' ' : '') + signs + (blank && ' ');
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
