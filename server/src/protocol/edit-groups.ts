import type { ChangeAnnotation } from 'vscode-languageserver';
import { t } from '../core/language.ts';
import { fileNameOf } from '../core/snapshot/keys.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import type { FileEdit, GroupedEdit } from '../rules/rule.ts';
import { documentsOf } from '../rules/say.ts';

/** What edits are shown under, and the group of each by its id. */
export interface Groups {
  readonly idOf: (uri: string, edit: GroupedEdit) => string;
  readonly annotations: Record<string, ChangeAnnotation>;
}

/**
 * How edits of files are grouped in a preview: by what they say of their group, to be confirmed there, or else
 * by file, as long as there are several.
 */
export function groupsOf(changed: readonly FileEdit[], snapshot: Snapshot): Groups | undefined {
  if (changed.some(({ edits }) => edits.some(({ group }) => group !== undefined))) {
    return { idOf: (_, { group = '' }) => group, annotations: byGroup(changed) };
  }
  if (changed.length < 2) return undefined;
  const annotations = changed.map((file) => [file.uri, fileAnnotation(snapshot, file)]);
  return { idOf: (uri) => uri, annotations: Object.fromEntries(annotations) };
}

function byGroup(changed: readonly FileEdit[]): Record<string, ChangeAnnotation> {
  const sizes = new Map<string, { places: number; readonly files: Set<string> }>();
  for (const { uri, edits } of changed) {
    for (const { group = '' } of edits) {
      const size = sizes.get(group) ?? { places: 0, files: new Set() };
      size.places++;
      size.files.add(uri);
      sizes.set(group, size);
    }
  }
  const annotations = [...sizes].map(([label, { places, files }]) => {
    const description = t`${inPlaces(places)} in ${documentsOf(files.size)}`;
    return [label, { label, description, needsConfirmation: true }];
  });
  return Object.fromEntries(annotations);
}

function fileAnnotation({ entries }: Snapshot, { uri, edits }: FileEdit): ChangeAnnotation {
  const { title, date } = entries.get(uri)?.summary ?? {};
  const label = title ? [date, title].filter(Boolean).join(', ') : fileNameOf(uri);
  return { label, description: inPlaces(edits.length), needsConfirmation: false };
}

const inPlaces = (count: number): string => (count === 1 ? t`1 place` : t`${count} places`);
