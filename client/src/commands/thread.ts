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
  const items = thread.members.map((member, place): MemberItem => {
    const own = thread.steps.filter(({ from }) => from === place);
    return {
      member,
      // A title is long, and would push what matters out of sight.
      label: [
        member.date,
        member.kind,
        ...new Set(own.map(({ relation }) => relation)),
        member.status,
      ]
        .filter(Boolean)
        .join(' · '),
      description: member.title,
      detail: own[0] ? changed(own[0], member) : member.words,
    };
  });
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Thread'),
    placeHolder: l10n.t('The oldest first; choose one to go there'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen) await goTo(Uri.parse(chosen.member.uri).toString(), chosen.member.range);
}

const again: ReadonlySet<string> = new Set(['reaffirms', 'strengthens', 'weakens', 'supersedes']);

function changed({ relation, words, changes }: StepShown, member: MemberShown): string {
  if (!again.has(relation)) return member.words;
  return [...changes, words.map(marked).join('')].join(' · ');
}

const marked = ({ is, text }: RunShown): string =>
  is === 'same' ? text : is === 'lost' ? `[−${text.trim()}] ` : `[+${text.trim()}] `;
