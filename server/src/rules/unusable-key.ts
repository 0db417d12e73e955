import { t } from '../core/language.ts';
import { isForeignKey } from '../core/reading/target-signs.ts';
import { isKey, isReadoutUri, keyFrom, stemOf } from '../core/snapshot/keys.ts';
import { sameKey } from '../core/snapshot/same-key.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { documentStart } from './place.ts';
import type { DocumentRule } from './rule.ts';
import { said } from './say.ts';

export const unusableKey: DocumentRule = {
  subject: 'readout',
  code: 'unusable-key',
  level: 'warning',
  docs: {
    title: 'No reference can name this file',
    about:
      'References name a document by its key, which is its file name without `.readout.md` or `.readout`. A key holds the letters A–Z and a–z without accents, digits, `-`, `_` and `.`, begins with a letter or digit, and does not end like a web page or another file (`.html`, `.htm`, `.md`, `.pdf`, `.aspx`, `.php`), for a link to such is the source’s own. A file of another name, with blanks, brackets or Japanese characters in it, is read and checked like any other, but no reference can lead to it. A text that was never saved has no key yet, and nothing is said of it.',
    mend: 'Rename the file, for example `2031-04-02-orla.readout.md`.',
  },
  examples: {
    good: ['//- 2031-04-02-orla.readout.md\nThe Ministers met in Orla.\n'],
    bad: [
      `
      //- Orla (final).readout.md
      The Ministers met in Orla.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ The file name “Orla (final)” cannot stand in a reference
      `,
    ],
  },
  *check({ document, entry }) {
    const stem = stemOf(entry.uri);
    if (entry.uri.startsWith('untitled:') || !isReadoutUri(entry.uri) || isKey(stem)) return;
    yield {
      ...documentStart(document),
      message: {
        what: stem
          ? t`The file name ${said(stem)} cannot stand in a reference.`
          : t`The name of this file is nothing but its ending.`,
        why: isForeignKey(stem)
          ? t`A link to what ends so is taken for one of the source, to a page or another file, so no other text can point at this one.`
          : t`A key has only letters without accents, digits, “-”, “_” and “.”, so no other text can point at this one.`,
        advice: t`Rename the file.`,
      },
      subject: stem || '.readout',
    };
  },
  *fix(_finding, { entry, snapshot }) {
    const to = newName(entry.uri, snapshot);
    const title = t`Rename the file to ${said(to.slice(to.lastIndexOf('/') + 1))}`;
    yield { title, edits: [], rename: { from: entry.uri, to }, preferred: true };
  },
};

/** The file's address with a stem that is a key, and no other document's. */
function newName(uri: string, snapshot: Snapshot): string {
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  const ending = uri.endsWith('.md') ? '.readout.md' : '.readout';
  const key = keyFrom(stemOf(uri));
  let free = key;
  for (let n = 2; sameKey(snapshot, free).length; n++) free = `${key}-${n}`;
  return `${folder}${free}${ending}`;
}
