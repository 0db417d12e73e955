import { fieldsOf } from '../core/front/fields.ts';
import { t } from '../core/language.ts';
import { sourceHashOf } from '../core/writing/source.ts';
import { replacement } from './mend.ts';
import type { DocumentRule } from './rule.ts';

export const sourceChanged: DocumentRule = {
  subject: 'readout',
  code: 'source-changed',
  level: 'error',
  docs: {
    title: 'The words of the source have changed',
    about:
      'The text of a readout belongs to the government that issued it. `sha256` in the front matter records it: a number made from every character of the source. What remains when all annotations are taken out no longer fits the record, so at least one character of the source is not as it was; a blank is enough. Line ends and a byte order mark do not count, because editors and git change those. The record tells that something changed, not what.',
    mend: 'Undo your last changes until the finding goes away, or compare the file with an earlier state (in the editor, *Timeline*). If the ministry itself corrected its text, restore the old one and take over the new one (*Take Over a Revised Source…*, or `readout revise`): your annotations go where their words have gone. Or record the source as it is now.',
  },
  examples: {
    good: [
      `
      ---
      sha256: 118348ede95ce63888d00d0b4111b7bbba33f172837dacb0c3658e9fb062e48d
      ---

      Belmark [will pay]{.commitment}.
      `,
    ],
    bad: [
      `
      ---
      sha256: 118348ede95ce63888d00d0b4111b7bbba33f172837dacb0c3658e9fb062e48d
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The source is not as it was
      ---

      Belmark [may pay]{.commitment}.
      `,
    ],
  },
  *check({ document }) {
    const recorded = fieldsOf(document.front).sha256;
    if (!recorded || recorded.text.toLowerCase() === sourceHashOf(document)) return;
    const message = {
      what: t`The source is not as it was when it was recorded.`,
      why: t`At least one character of the issued text was changed, added or lost, and it would be quoted wrongly.`,
      advice: t`Undo the change. If the text was corrected by those who issued it, record the new source.`,
    };
    yield { from: recorded.from, to: recorded.to, message, subject: recorded.text };
  },
  *fix(finding, { document }) {
    const edits = [replacement(finding, sourceHashOf(document))];
    yield { title: t`Record the source as it is now`, edits };
  },
};
