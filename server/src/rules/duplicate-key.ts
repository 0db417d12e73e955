import { t } from '../core/language.ts';
import { sameKey } from '../core/snapshot/same-key.ts';
import { documentStart, pathFrom } from './place.ts';
import type { DocumentRule } from './rule.ts';
import { said } from './say.ts';

export const duplicateKey: DocumentRule = {
  subject: 'readout',
  code: 'duplicate-key',
  level: 'error',
  docs: {
    title: 'Two documents have one key',
    about:
      'References name a document by its key, which is its file name without `.readout.md` or `.readout`, whatever folder it lies in. Where two documents of a collection have the same key, or keys that differ by capitals only, no reference can tell them apart. It is reported on each document but the first.',
    mend: 'Rename one of the files. If one is a copy, take it out of the collection’s folder.',
  },
  examples: {
    good: [
      `
      //- 2031/orla.readout.md
      The Ministers met in Orla.
      //- 2032/orla-again.readout.md
      They met again.
      `,
    ],
    bad: [
      `
      //- 2031/orla.readout.md
      The Ministers met in Orla.
      //- 2032/Orla.readout.md
      They met again.
      ^^^^^^^^^^^^^^^ differs by capitals only
      `,
    ],
  },
  *check({ document, entry, snapshot }) {
    const { key } = entry;
    const first = key && sameKey(snapshot, key)[0];
    if (!first || first === entry.uri) return;
    const path = pathFrom(entry.uri, first);
    const same = snapshot.entries.get(first)?.key === key;
    yield {
      ...documentStart(document),
      message: {
        what: same
          ? t`Another document has the key ${said(key)} too: ${path}.`
          : t`The key ${said(key)} differs by capitals only from that of another document: ${path}.`,
        why: t`A reference with this key could mean either, and links and threads may lead to the wrong text.`,
        advice: t`Rename one of the two files.`,
      },
      target: `${key}#`,
      subject: key,
      related: [{ uri: first, from: 0, to: 0, message: t`The other document.` }],
    };
  },
};
