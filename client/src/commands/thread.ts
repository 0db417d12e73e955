import { l10n, type QuickPickItem, Uri, window } from 'vscode';
import type { MemberShown, RunShown, StepShown } from '../../../server/src/protocol/requests.ts';
import type { Desk } from './desk.ts';
import { goTo } from './go-to.ts';

interface MemberItem extends QuickPickItem {
  readonly member: MemberShown;
}

/** Show Thread: what the mark under the cursor goes back to and what became of it, in order of dates. */
export async function showThread({ ask, client }: Desk): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const position = client.code2ProtocolConverter.asPosition(editor.selection.active);
  const thread = await ask('readout/thread', { uri: editor.document.uri.toString(), position });
  if (!thread) {
    window.setStatusBarMessage(l10n.t('There is no mark here.'), 4000);
    return;
  }
  const isHere = ({ uri, range }: MemberShown): boolean =>
    Uri.parse(uri).toString() === editor.document.uri.toString() &&
    client.protocol2CodeConverter.asRange(range).contains(editor.selection.active);
  // Of marks that stand in one another the inner one is meant; it comes behind the outer.
  const here = thread.members.findLastIndex(isHere);
  const items = thread.members.map((member, place): MemberItem => {
    const own = thread.steps.filter(({ from }) => from === place);
    return {
      member,
      // A title is long, and would push what matters out of sight.
      label: [
        place === here ? `$(location) ${member.date ?? ''}`.trim() : member.date,
        l10n.t(member.kind),
        ...new Set(own.map(({ relation }) => l10n.t(relation).replaceAll('-', ' '))),
        member.status && l10n.t(member.status),
      ]
        .filter(Boolean)
        .join(' · '),
      description: member.title,
      detail: own[0] ? changed(own[0], member) : member.words,
    };
  });
  const chosen = await choose(items, items[here]);
  if (chosen) await goTo(Uri.parse(chosen.member.uri).toString(), chosen.member.range);
}

/** Lets the reader choose, beginning at the mark they came from. */
function choose(items: MemberItem[], here?: MemberItem): Promise<MemberItem | undefined> {
  const picker = window.createQuickPick<MemberItem>();
  picker.title = l10n.t('Thread');
  picker.placeholder = l10n.t('The oldest first; choose one to go there');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = items;
  if (here) picker.activeItems = [here];
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]);
      picker.hide();
    });
    picker.onDidHide(() => {
      picker.dispose();
      resolve(undefined);
    });
    picker.show();
  });
}

const again: ReadonlySet<string> = new Set(['reaffirms', 'strengthens', 'weakens', 'supersedes']);

function changed({ relation, words, changes }: StepShown, member: MemberShown): string {
  if (!again.has(relation)) return member.words;
  return [...changes, words.map(marked).join('')].join(' · ');
}

const marked = ({ is, text }: RunShown): string =>
  is === 'same' ? text : is === 'lost' ? `[−${text.trim()}] ` : `[+${text.trim()}] `;
