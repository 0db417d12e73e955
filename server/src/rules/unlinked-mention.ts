import { t } from '../core/language.ts';
import {
  type EntityMention,
  type UnlinkedMention,
  unlinkedMentions,
} from '../core/mentions/mentions.ts';
import { isSpelling } from '../core/names/fold-spellings.ts';
import { stripSpan } from '../core/reading/strip.ts';
import type { Context, DocumentRule, Finding, Message } from './rule.ts';
import { instead, said } from './say.ts';
import { mentionFixes } from './unlinked-mention-fix.ts';

export const unlinkedMention: DocumentRule = {
  subject: 'readout',
  code: 'unlinked-mention',
  level: 'information',
  wider: true,
  docs: {
    title: 'A name of the codebook is not linked',
    about:
      'Words of the source are a name or an alias of an entity in the codebook, and nothing links them. Capitals, accents, kinds of spaces, hyphens and quotes, line ends and the dots of *U. S.* make no difference; short names in capitals (*US*, *WHO*) are found in capitals only. The longest name counts. A name that holds for a time is looked for in texts of that time. Where one name belongs to two entities, the finding names both. An abbreviation that the document introduces, as in *Lake Protection Board (LPB)*, is a name from there on.\n\nOne link in a document says that it speaks of the entity, so by default (`mentions: first`) only the first mention is told, and none where the entity is linked, or named by a mark, anywhere in the document. The title, headings and halves of a compound (*Japan–U.S.*) are passed over. With `mentions: all` every mention is told. Names under `terms` in the front matter never are.',
    mend: `Link it with one of the fixes: here, everywhere in the document, or in every document of the collection. For the last the editor shows first what would change, by the words that would be linked, and nothing is linked that you do not tick there; what may mean somebody else and what is ignored is not among it. Where the words mean somebody else, the fixes say so: here (\`ignore\` in the front matter) or in the whole collection (\`ignore-in\` of the entity).\n\n${instead(
      'They met in Orla.',
      'They met in [Orla](#orla).',
    )}`,
  },
  examples: {
    good: [
      `
      //- a.readout.md
      They met in [Orla](#orla). Orla was calm.
      //- readout.yaml
      entities: { orla: { kind: place, name: Orla } }
      `,
    ],
    bad: [
      `
      //- a.readout.md
      They met in Orla. Then they left Orla.
                  ^^^^ 1 more
      //- readout.yaml
      entities: { orla: { kind: place, name: Orla } }
      `,
      `
      //- a.readout.md
      The Port Treaty holds.
          ^^^^^^^^^^^ “Treaty on the Ports of 1987”
      //- readout.yaml
      entities:
        ports: { kind: instrument, name: Treaty on the Ports of 1987, aliases: [Port Treaty] }
      `,
    ],
  },
  *check(context) {
    const { document, entry, snapshot } = context;
    for (const mention of unlinkedMentions(document, snapshot.codebook, !!entry.document)) {
      yield findingOf(mention, context);
    }
  },
  *fix(finding, context) {
    yield* mentionFixes(finding.data as EntityMention, context);
  },
};

function findingOf({ mention, others: same }: UnlinkedMention, context: Context): Finding {
  const { from, to, ids } = mention;
  const message = messageOf(mention, same.length, context);
  const [target, ...others] = ids;
  if (target === undefined || others.length) return { from, to, message, data: mention };
  return { from, to, message, target, data: mention };
}

// With `mentions: all` a long document has thousands of findings, and a keystroke changes few of them.
const messages = new WeakMap<object, { readonly more: number; readonly message: Message }>();

function messageOf(mention: EntityMention, more: number, context: Context): Message {
  if (!context.entry.document) return sayMention(mention, more, context);
  const known = messages.get(mention.identity);
  if (known?.more === more) return known.message;
  const message = sayMention(mention, more, context);
  messages.set(mention.identity, { more, message });
  return message;
}

function sayMention(
  { from, to, ids }: EntityMention,
  more: number,
  { document, snapshot }: Context,
): Message {
  const meant = ids.flatMap((id) => snapshot.codebook.entities.get(id) ?? []);
  const own = stripSpan(document, { from, to });
  const words = said(own);
  const why = t`The collection finds and counts only what is linked.`;
  const unlinked = unlinkedWords(more);
  if (meant.length > 1) {
    const list = meant.map(({ id, name }) => `${said(name)} (${id})`).join(t` or `);
    return {
      what: t`${words} may mean ${list}, and is ${unlinked}.`,
      why,
      advice: t`Link it to the one that is meant.`,
    };
  }
  const name = meant[0]?.name ?? '';
  // Spaces, dots and capitals of its own do not make it another name.
  const isName = isSpelling(own, name);
  return {
    what: t`${words} is ${isName ? t`in the codebook` : t`a name of ${said(name)}`} and ${unlinked}.`,
    why,
    advice: t`Link it, or say that something else is meant.`,
  };
}

function unlinkedWords(more: number): string {
  if (more === 0) return t`not linked`;
  return more === 1
    ? t`not linked, here and 1 more time in this document`
    : t`not linked, here and ${more} more times in this document`;
}
