import {
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  type Event,
  l10n,
  languages,
  StatusBarAlignment,
  type TextDocument,
  window,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { CollectionShown } from '../../server/src/protocol/requests.ts';
import type { Ask } from './ask.ts';
import { isReadout } from './options.ts';

/** How long to wait after a change before asking anew, in milliseconds. */
const pause = 300;

/** Says in the status bar which collection the text at hand belongs to, how large it is, and what is wrong in it. */
export function showCollection(
  client: BaseLanguageClient,
  ask: Ask,
  changed: Event<void>,
): Disposable {
  const item = window.createStatusBarItem('readout.collection', StatusBarAlignment.Left);
  item.name = l10n.t('Readout collection');
  item.command = 'readout.register.focus';
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function renew(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document || !belongs(document)) {
      item.hide();
      return;
    }
    const found = await ask('readout/collection', { uri: document.uri.toString() });
    // Meanwhile another may have come to the fore.
    if (document !== window.activeTextEditor?.document) return;
    if (!found) {
      item.hide();
      return;
    }
    say(found);
  }

  function say(collection: CollectionShown): void {
    const { folder, without, documents, is } = collection;
    const name = collection.name ?? decodeURIComponent(folder.slice(folder.lastIndexOf('/') + 1));
    const { errors, warnings } = faultsOf(folder, without);
    const count = documents === 1 ? l10n.t('1 readout') : l10n.t('{0} readouts', documents);
    const faults = [
      errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors),
      warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings),
    ].join(', ');
    const signs = [errors && `$(error) ${errors}`, warnings && `$(warning) ${warnings}`];
    item.text = [`$(${icons[is]}) ${plain(name)}`, documents, ...signs].filter(Boolean).join('  ');
    const said =
      is === 'whole'
        ? l10n.t('{0}: {1}, {2}. Show the register', name, count, faults)
        : l10n.t('{0}: {1} so far, not all have been read. Show the register', name, count);
    item.tooltip = said;
    item.accessibilityInformation = { label: said };
    item.show();
  }

  const renewSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void renew();
    }, pause);
  };

  const subscriptions = [
    item,
    changed(renewSoon),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) renewSoon();
      else item.hide();
    }),
    languages.onDidChangeDiagnostics(renewSoon),
    window.onDidChangeActiveTextEditor(() => void renew()),
  ];

  return {
    dispose: () => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

const icons = { whole: 'book', reading: 'loading~spin', partial: 'circle-slash' } as const;

const belongs = (document: TextDocument): boolean =>
  isReadout(document) || document.uri.path.endsWith('/readout.yaml');

/** How much is wrong in a folder, without some folders in it. */
function faultsOf(
  folder: string,
  without: readonly string[],
): { errors: number; warnings: number } {
  let errors = 0;
  let warnings = 0;
  for (const [uri, found] of languages.getDiagnostics()) {
    const own = found.filter(isOurs);
    if (!own.length) continue;
    const isIn = (other: string) => uri.toString().startsWith(`${other}/`);
    if (!isIn(folder) || without.some(isIn)) continue;
    for (const { severity } of own) {
      if (severity === DiagnosticSeverity.Error) errors++;
      if (severity === DiagnosticSeverity.Warning) warnings++;
    }
  }
  return { errors, warnings };
}

const isOurs = ({ source, severity }: Diagnostic): boolean =>
  source === 'readout' && severity <= DiagnosticSeverity.Warning;

/** A name without signs that would become icons. */
const plain = (name: string): string => name.replaceAll('$(', '$ (');
