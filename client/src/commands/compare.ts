import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  languages,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { ComparableShown } from '../../../server/src/protocol/requests.ts';
import type { Ask } from '../ask.ts';
import { say } from '../say.ts';
import type { Desk } from './desk.ts';
import { granted } from './edit.ts';
import { nameOf } from './places.ts';

interface ComparableItem extends QuickPickItem {
  readonly uri: Uri;
  readonly is: ComparableShown['is'];
}

/** Compare with Earlier Text: sets what was issued beside what was issued before, annotations left out. */
export async function compare(desk: Desk): Promise<void> {
  const here = window.activeTextEditor?.document.uri;
  if (!here) return;
  const asked = await desk.ask('readout/comparables', { uri: here.toString() });
  if (asked === null) return;
  const found = granted(desk, asked);
  if (!found) return;
  if (!found.length) {
    say(
      l10n.t(
        'This text has no series, or is the only one of it. Write “series:” into the front matter of each text of a row of meetings, and a “date:”.',
      ),
    );
    return;
  }
  const chosen = await window.showQuickPick(itemsOf(found), {
    title: l10n.t('Compare with…'),
    placeHolder: l10n.t('As issued, without annotations'),
    matchOnDescription: true,
  });
  if (!chosen || !('uri' in chosen)) return;
  // The later text stands on the right, as what has become of the other.
  const isLater = chosen.is === 'later';
  const [before, after] = isLater ? [here, chosen.uri] : [chosen.uri, here];
  const title = l10n.t('{0} ↔ {1}, as issued', stemOf(before), stemOf(after));
  const [left, right] = [issuedUri(before), issuedUri(after)];
  for (const uri of [left, right]) {
    await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), issuedLanguage);
  }
  await commands.executeCommand('vscode.diff', left, right, title);
}

const stemOf = (uri: Uri): string => nameOf(uri).replace(/\.readout(\.md)?$/, '');

/** One item a text, those of a sort under their heading. */
function itemsOf(found: readonly ComparableShown[]): (QuickPickItem | ComparableItem)[] {
  const headings = {
    earlier: l10n.t('earlier'),
    version: l10n.t('other versions'),
    later: l10n.t('later'),
  };
  return found.flatMap(({ uri, title, date, is }, at) => {
    const address = Uri.parse(uri);
    const item = { label: title, description: [date, stemOf(address)].filter(Boolean).join(' · ') };
    const isFirst = found[at - 1]?.is !== is;
    const heading = { label: headings[is], kind: QuickPickItemKind.Separator };
    return [...(isFirst ? [heading] : []), { ...item, uri: address, is }];
  });
}

const issuedScheme = 'readout-issued';
const issuedLanguage = 'readout-issued';

/** Where a document is found as it was issued. */
const issuedUri = (uri: Uri): Uri =>
  Uri.from({ scheme: issuedScheme, path: uri.path, query: uri.toString() });

/** Shows documents as they were issued, true to what is written in them when they are saved. */
export function provideIssued(ask: Ask): Disposable[] {
  const changed = new EventEmitter<Uri>();
  const saved = workspace.onDidSaveTextDocument(({ uri }) => changed.fire(issuedUri(uri)));
  const provided = workspace.registerTextDocumentContentProvider(issuedScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ query }) =>
      (await ask('readout/issued', { uri: query }))?.text ?? '',
  });
  return [changed, saved, provided];
}
