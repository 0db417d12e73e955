import type { Alias, Entity } from '../../core/codebook/codebook.ts';
import { t } from '../../core/language.ts';
import { mentionsIn } from '../../core/mentions/mentions.ts';
import { documentOf, type Entry } from '../../core/snapshot/snapshot.ts';
import { type Span, touches } from '../../core/text.ts';
import { documentsOf } from '../../rules/say.ts';
import { dayInWords } from '../days.ts';
import { tallyOf } from '../index/tally.ts';
import { address, code, plain } from '../markdown.ts';
import { capitalised, type Desk, lines, linked, paragraphs, times } from './parts.ts';
import { countsLine, latestList } from './tally.ts';

/** What an entity is, what it is called and when, how often and where the texts speak of it. */
export function entityHover(desk: Desk, entity: Entity, from?: Entry): string {
  const tally = tallyOf(desk.snapshot, `#${entity.id}`);
  const counts = countsLine(desk, tally);
  const name = entity.name || entity.id;
  return paragraphs(
    `**${linked(desk, name, entity.place)}** · ${plain(t(entity.kind))} ${code(`#${entity.id}`)}`,
    lines(
      entity.aliases.length ? t`Also: ${entity.aliases.map(aliasWords).join(t`, `)}` : '',
      entity.ignoreIn.length ? t`Not meant in: ${entity.ignoreIn.map(plain).join(t`, `)}` : '',
      entity.see ? t`See: ${address(entity.see)}` : '',
    ),
    lines(
      counts
        ? t`${capitalised(counts)} — in ${documentsOf(tally.documents)}`
        : t`No text refers to it yet.`,
      from && unlinkedLine(desk, entity, from),
    ),
    latestList(desk, tally),
  );
}

/** The entities that words of the source may mean at a place where nothing is written about them. */
export function mentionHover(
  desk: Desk,
  entry: Entry,
  offset: number,
): { readonly span: Span; readonly markdown: string } | undefined {
  const { mentions } = mentionsIn(documentOf(entry), desk.codebook, !!entry.document);
  const mention = mentions.find((one) => touches(one, offset));
  if (!mention) return undefined;
  const meant = mention.ids.flatMap((id) => desk.codebook.entities.get(id) ?? []);
  const markdown = meant.map((entity) => entityHover(desk, entity, entry)).join('\n\n---\n\n');
  return { span: { from: mention.from, to: mention.to }, markdown };
}

/** How often the document at hand names it without a link; asked of open documents, which are read anyway. */
function unlinkedLine({ codebook }: Desk, { id }: Entity, { document }: Entry): string {
  if (!document) return '';
  const { mentions } = mentionsIn(document, codebook, true);
  const open = mentions.filter(({ ids, state }) => state === 'open' && ids.includes(id)).length;
  return open ? t`Named here without a link: ${times(open)}` : '';
}

function aliasWords({ text, from, to }: Alias): string {
  const name = plain(text);
  if (from && to) return `${name} (${dayInWords(from)} – ${dayInWords(to)})`;
  if (from) return t`${name} (from ${dayInWords(from)})`;
  return to ? t`${name} (until ${dayInWords(to)})` : name;
}
