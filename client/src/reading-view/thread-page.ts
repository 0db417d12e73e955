import { l10n } from 'vscode';
import type { MemberShown, ThreadShown } from '../../../server/src/protocol/requests.ts';
import { statusName } from '../register/tree-items.ts';
import type { Place, ThreadEntry, ThreadPage } from './messages.ts';
import { dateOf, kindLook } from './text-page.ts';
import { type Entry, entriesOf } from './thread-entries.ts';

/** A thread as the page draws it. `asked` tells the mark that it was asked for. */
export function threadPage(
  thread: ThreadShown,
  asked: (member: MemberShown) => boolean,
): ThreadPage {
  const here = thread.members.find(asked);
  const titled = here ?? thread.members[0];
  return {
    title: titled?.words ?? '',
    lang: titled?.lang ?? '',
    entries: entriesOf(thread).map((entry) => threadEntry(thread, entry, entry.member === here)),
  };
}

function threadEntry({ members }: ThreadShown, entry: Entry, isHere: boolean): ThreadEntry {
  const { member, steps, runs, before, changes } = entry;
  const { kind, title, date, status, lang = '' } = member;
  return {
    place: placeOf(member),
    ...kindLook({ kind }),
    ...{ date: dateOf(date), title, lang, isHere, runs, changes },
    langBefore: before?.lang ?? '',
    does: steps.map(({ relation, to }) => {
      const other = members[to];
      return `${l10n.t(relation).replaceAll('-', ' ')} ${other ? whichOne(member, other) : ''}`;
    }),
    ...(status && { status: statusName(status), is: status }),
  };
}

/** Another member in a few words: by its date where that tells them apart. */
function whichOne(member: MemberShown, { uri, title, date, words }: MemberShown): string {
  if (uri === member.uri) return `“${shortened(words)}”`;
  return date === member.date ? `“${shortened(title)}”` : dateOf(date);
}

/** So much of words is enough to tell them from others of the same text. */
const enough = 40;

const shortened = (words: string): string =>
  words.length > enough
    ? `${words.slice(0, enough).replace(/\s+\S{0,20}$|[\uD800-\uDBFF]$/, '')}…`
    : words;

/** The words of a mark as a place. */
export const placeOf = ({ uri, range }: MemberShown): Place => ({ uri, range });
