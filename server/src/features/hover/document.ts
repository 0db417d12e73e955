import { fieldsOf } from '../../core/front/fields.ts';
import { readFrontMatter } from '../../core/front/matter.ts';
import { t } from '../../core/language.ts';
import type { Entry } from '../../core/snapshot/snapshot.ts';
import { onOneLine } from '../../core/text.ts';
import { dateInWords } from '../days.ts';
import { tallyOf } from '../index/tally.ts';
import { address, code, plain } from '../markdown.ts';
import { actorNames, capitalised, type Desk, lines, linked, paragraphs, row } from './parts.ts';
import { countsLine, latestList } from './tally.ts';

/** What a document is: title, date, place, who speaks, how many marks of which kind, who refers to it. */
export function documentHover(desk: Desk, entry: Entry): string {
  const { codebook } = desk;
  const fields = fieldsOf(entry.document?.front ?? readFrontMatter(entry.text).front);
  const title = onOneLine(entry.summary.title ?? '') || entry.summary.own;
  const words = (id: string | undefined) => id && plain(codebook.entities.get(id)?.name || id);
  const tally = tallyOf(desk.snapshot, `${entry.summary.own}#`);
  const ids = (items: readonly { readonly text: string }[] | undefined) =>
    items?.length
      ? actorNames(
          codebook,
          items.map(({ text }) => text),
        )
      : '';
  return paragraphs(
    `**${linked(desk, title, { uri: entry.uri, from: 0, to: 0 })}** ${entry.key ? code(`${entry.key}#`) : ''}`.trim(),
    lines(
      row(fields.date && dateInWords(fields.date.text), words(fields.place?.text)),
      label(t`Issued by`, words(fields.issuer?.text)),
      label(t`Parties`, ids(fields.parties?.items)),
      label(t`Participants`, ids(fields.participants?.items)),
      label(t`Series`, words(fields.series?.text)),
      label(t`Source`, fields.source && address(fields.source.text)),
      fields.coding?.text === 'draft' ? t`Its annotation is a draft.` : '',
    ),
    lines(marksLine(entry), capitalised(countsLine(desk, tally))),
    latestList(desk, tally),
  );
}

const label = (name: string, value: string | undefined): string =>
  value ? t`${name}: ${value}` : '';

/** How many marks of each kind the document has, the most first. */
function marksLine({ summary }: Entry): string {
  const kinds = new Map<string, number>();
  for (const { kind } of summary.definitions) if (kind) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const sorted = [...kinds].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (!sorted.length) return t`No marks yet`;
  return row(...sorted.slice(0, 6).map(([kind, count]) => ofKind(count, plain(t(kind)))));
}

/** `1 commitment`, `2 commitments`. */
const ofKind = (count: number, kind: string): string =>
  count === 1 ? t`1 ${kind}` : t`${count} ${kind}s`;
