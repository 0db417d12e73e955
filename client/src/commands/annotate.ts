import { l10n, type QuickPickItem, Selection, type TextEditor, window } from 'vscode';
import type { AnnotateChoices, KindChoice } from '../../../server/src/protocol/requests.ts';
import { isReadout } from '../options.ts';
import type { Desk } from './desk.ts';
import { applyAnswer, granted, sayNoWords, selected } from './edit.ts';

interface KindItem extends QuickPickItem {
  readonly choice: KindChoice;
}

/** Annotate Selection as…: marks the selected words, or the sentence under the cursor. */
export async function annotate(desk: Desk): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !isReadout(editor.document)) return sayNoWords();
  const before = editor.selection;
  const version = editor.document.version;
  const params = selected(desk, editor);
  const choices = granted(desk, await desk.ask('readout/annotateChoices', params));
  if (!choices) return;
  showWords(desk, editor, choices);
  const choice = await choose(choices);
  if (!choice) {
    if (editor.document.version === version) editor.selection = before;
    return;
  }
  const words = editor.selection.start;
  const edit = await desk.ask('readout/annotate', { ...params, ...choice });
  // The words stay selected, and by now the braces with them: what is typed next would take their place.
  if (await applyAnswer(desk, editor, version, edit)) {
    editor.selection = new Selection(words, words);
  }
}

// The words that will be taken are selected, so that the reader sees them while choosing.
function showWords({ client }: Desk, editor: TextEditor, { range }: AnnotateChoices): void {
  const words = client.protocol2CodeConverter.asRange(range);
  editor.selection = new Selection(words.start, words.end);
  editor.revealRange(words);
}

/** How a kind is written, where the reader's language says it otherwise. */
const written = ({ name }: KindChoice): string => (l10n.t(name) === name ? '' : name);

const usage = (count: number): string => {
  if (count === 0) return '';
  return count === 1 ? l10n.t('used once') : l10n.t('used {0} times', count);
};

async function choose(
  choices: AnnotateChoices,
): Promise<{ kind: string; id?: string } | undefined> {
  const items = choices.kinds.map(
    (choice): KindItem => ({
      choice,
      label: l10n.t(choice.name),
      description: [written(choice), usage(choice.count)].filter(Boolean).join(' · '),
      detail: choice.means,
    }),
  );
  const item = await window.showQuickPick(items, {
    title: l10n.t('Annotate as…'),
    placeHolder: l10n.t('What are these words?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!item) return undefined;
  const { name: kind, registered } = item.choice;
  if (!registered) return { kind };
  const id = await window.showInputBox({
    title: l10n.t('Name of this {0}', l10n.t(kind)),
    prompt: l10n.t('Other texts point at it by this name. Leave it empty for none.'),
    value: choices.id,
    validateInput: (text) =>
      /^([a-z][\w-]*)?$/i.test(text)
        ? undefined
        : l10n.t('Begin with a letter; then letters a–z, digits, - and _ only.'),
  });
  if (id === undefined) return undefined;
  return id === '' ? { kind } : { kind, id };
}
