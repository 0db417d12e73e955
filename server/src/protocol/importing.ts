import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { readDate } from '../core/dates.ts';
import { t } from '../core/language.ts';
import { keyFrom } from '../core/snapshot/keys.ts';
import { joinPages } from '../core/writing/join-pages.ts';
import { emptyReadout, newReadout } from '../core/writing/new-readout.ts';
import { recordSource } from '../features/record-source.ts';
import type { Desk } from './desk.ts';
import type {
  Imported,
  ImportParams,
  NewParams,
  Recorded,
  RecordParams,
  SeriesChoice,
} from './new-text.ts';
import type { Refusal } from './requests.ts';
import type { UriParams } from './uri-params.ts';
import { abilitiesOf, workspaceEdit } from './workspace-edit.ts';

/** Makes readouts of texts, and records where they come from; it is the client who writes them. */
export function registerImporting(
  connection: Connection,
  desk: Desk,
  client: () => ClientCapabilities,
): void {
  const on = <P, R extends object>(method: string, make: (params: P) => R): void =>
    void connection.onRequest(
      method,
      desk.answer(method, (params: P): object => make(params)),
    );

  on<ImportParams, Imported | Refusal>('readout/import', imported);
  on<NewParams, Imported | Refusal>('readout/new', begun);
  on<UriParams, SeriesChoice[]>('readout/seriesChoices', ({ uri }) => {
    const { codebook } = desk.workspace.snapshotOf(desk.ours(uri));
    return [...codebook.series.values()].map(({ id, names }) => ({ id, names }));
  });
  on<RecordParams, Recorded | Refusal>('readout/recordSource', ({ uri, source, text }) => {
    const sheet = desk.sheet(uri);
    if (!sheet) return { refused: t`This file is not among the readouts that are open here.` };
    const made = recordSource(sheet.snapshot, sheet.uri, source, text);
    if ('refused' in made) return made;
    const edit = workspaceEdit(desk, sheet, { edits: [made.edit] }, abilitiesOf(client()));
    if (!edit) return { refused: t`This editor cannot carry out the change.` };
    return { edit, differs: made.differs };
  });
}

function imported({
  text,
  name,
  address,
  lang,
  joinPages: isJoined,
}: ImportParams): Imported | Refusal {
  if (!text.trim()) return { refused: t`There is no text to import.` };
  if (text.includes('\0')) {
    return { refused: t`This is no plain text. Save it as text in UTF-8 and import that.` };
  }
  const made = newReadout(text, { from: address ?? name, lang, joinPages: isJoined });
  if (!made) return { refused: t`This text could not be imported without changing it.` };
  const broken = isJoined ? 0 : joinPages(text).joins;
  // Of a name without an ending all counts, and one that begins with a dot is all name.
  const key = name ? keyFrom(name.replace(/(?<=.)\.\w+$/, '')) : made.key;
  return { ...made, key, broken };
}

function begun({ title, date, series }: NewParams): Imported | Refusal {
  if (date.trim() && !readDate(date.trim())) {
    return { refused: t`“${date}” is no day. Write it as 2031-05-18.` };
  }
  return { ...emptyReadout({ title, date, series }), broken: 0 };
}
