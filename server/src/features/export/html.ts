import { t } from '../../core/language.ts';
import { eachDefinition } from '../../core/snapshot/packed-summary.ts';
import { resolveName } from '../../core/snapshot/resolve.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import { idOf, ownOf, shownName } from '../../core/snapshot/summary.ts';
import { onOneLine } from '../../core/text.ts';
import { dayInWords, dueInWords } from '../days.ts';
import type { RegisterActor, RegisterRow } from '../register/row.ts';
import { htmlStyle } from './html-style.ts';
import { escaped } from './markup.ts';
import type { RegisterText, Wanted } from './pieces.ts';

/** The columns, in order: what stands above each. */
const columns = () => [t`Words as issued`, t`Who`, t`Verb`, t`Due`, t`Status`, t`Links`];

/**
 * The register as one page that needs nothing else: a table with a group of rows for each document. Evidence
 * is in it, so that what is said to be fulfilled leads to what says so.
 */
export function htmlText(wanted: Wanted, snapshots: readonly Snapshot[]): RegisterText {
  const page: Page = {
    wanted,
    anchors: new Set(),
    collections: [...snapshots],
    documents: new Map(),
  };
  const count = { marks: 0, readouts: 0 };
  let shown: string | undefined;
  return {
    begin: beginning(wanted.asOf, snapshots),
    withEvidence: true,
    rows: (rows, snapshot) => {
      const [first] = rows;
      if (!first) return '';
      const isNew = first.uri !== shown;
      const heading = isNew ? groupHeading(first, snapshot, page, shown !== undefined) : '';
      shown = first.uri;
      count.marks += rows.length;
      count.readouts += isNew ? 1 : 0;
      return heading + rows.map((row) => rowLines(row, snapshot, page)).join('');
    },
    end: () => `${shown === undefined ? nothing() : '</tbody>\n'}</table>
</div>
<p class="count">${t`Marks: ${count.marks}. Readouts: ${count.readouts}.`}</p>
</main>
</body>
</html>
`,
  };
}

interface Page {
  readonly wanted: Wanted;
  /** Those that are taken. */
  readonly anchors: Set<string>;
  readonly collections: Snapshot[];
  /** Whether a document has rows here. */
  readonly documents: Map<Entry, boolean>;
}

function beginning(asOf: string | undefined, snapshots: readonly Snapshot[]): string {
  const names = snapshots.map(({ codebook }) => codebook.name).filter((name) => name !== undefined);
  const title = escaped([t`Register`, ...new Set(names)].join(' · '));
  const judged = asOf ? t` Due days are judged against ${dayInWords(asOf)}.` : '';
  const heads = columns()
    .map((name) => `<th scope="col">${name}</th>`)
    .join('');
  return `<!doctype html>
<html lang="${t`en`}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${htmlStyle}</style>
</head>
<body>
<main>
<h1 id="register">${title}</h1>
<p class="about">${t`What was promised, asked, said and reported, as issued, by document in order of date.`}${judged}</p>
<div class="table" role="region" aria-labelledby="register" tabindex="0">
<table>
<thead><tr>${heads}</tr></thead>
`;
}

const nothing = (): string =>
  `<tbody><tr><td colspan="${columns().length}">${t`No words are marked as a commitment, a position or a request.`}</td></tr></tbody>\n`;

function groupHeading(
  { document, uri }: RegisterRow,
  snapshot: Snapshot,
  page: Page,
  isLater: boolean,
): string {
  const file = page.wanted.fileOf(uri);
  const title = onOneLine(document.title ?? '');
  const date = document.date
    ? `<time datetime="${document.date}">${dayInWords(document.date)}</time> · `
    : '';
  const more = [title && file, document.series && t`series ${document.series}`].filter(Boolean);
  const line = more.length ? `<span class="key">${escaped(more.join(' · '))}</span>` : '';
  const anchor = anchorOf(page, snapshot, `${document.key ?? uri}#`);
  const lang = langOf(snapshot, uri);
  return `${isLater ? '</tbody>\n' : ''}<tbody>
<tr><th class="document" scope="rowgroup" colspan="${columns().length}"${anchor}>${date}<span${lang}>${escaped(title || file)}</span>${line}</th></tr>
`;
}

const langOf = ({ entries }: Snapshot, uri: string): string => {
  const lang = entries.get(uri)?.summary.lang;
  return lang ? ` lang="${escaped(lang)}"` : '';
};

function rowLines(row: RegisterRow, snapshot: Snapshot, page: Page): string {
  const { name, kind, words, verb, force, due, status, uri } = row;
  const own = [t(kind), name && `#${name.slice(name.indexOf('#') + 1)}`]
    .filter(Boolean)
    .join(' · ');
  const text = `<span class="mark ${escaped(kind)}"><span${langOf(snapshot, uri)}>${escaped(words)}</span><span class="kind">${escaped(own)}</span></span>`;
  const firm =
    force && `<span class="more">${t`force: ${escaped(force.lemma)}, ${force.words}`}</span>`;
  const rung = verb && !force ? `<span class="more">${verb.words}</span>` : '';
  const cells = [
    names(row.actors) +
      addition(t`said by`, names(row.says, t`, `)) +
      addition(t`to`, names(row.to, t`, `)),
    verb ? escaped(verb.lemma) + (firm || rung) : '',
    dueLines(row, due),
    status ? statusLine(status) : scoreOf(row),
    linkList(row, snapshot, page),
  ];
  return `<tr${anchorOf(page, snapshot, row.own)}><th class="words" scope="row">${text}</th>${cells
    .map((cell) => `<td>${cell}</td>`)
    .join('')}</tr>\n`;
}

const names = (actors: readonly RegisterActor[], between = '<br>'): string =>
  actors.map(({ name }) => escaped(name)).join(between);

const addition = (head: string, words: string): string =>
  words && `<span class="more">${head} ${words}</span>`;

function dueLines({ deadlines, conditions }: RegisterRow, due: string | undefined): string {
  const day = due === undefined ? '' : escaped(dueInWords(due) ?? due);
  const words = [...deadlines, ...conditions].map((one) => addition('', t`“${escaped(one)}”`));
  return day + words.join('');
}

function statusLine({ is, words }: NonNullable<RegisterRow['status']>): string {
  const isLate = is === 'overdue' || is === 'breached';
  return isLate
    ? `<span class="late">${t(is)}</span>${escaped(words.slice(t(is).length))}`
    : escaped(words);
}

/** What evidence says of how far a promise was kept. */
function scoreOf({ attributes }: RegisterRow): string {
  const score = attributes.find(({ key }) => key === 'score')?.value;
  return score === undefined ? '' : t`score ${escaped(score)}`;
}

/** What a mark says of others, and they of it; those that are on this page can be gone to. */
function linkList({ relations, later }: RegisterRow, snapshot: Snapshot, page: Page): string {
  const said = [
    ...relations.map(({ via, name }) => ({ words: t(via), name })),
    ...later.flatMap(({ words, names: all }) => all.map((name) => ({ words: t(words), name }))),
  ];
  const items = said.map(
    ({ words, name }) => `<li>${escaped(words)} ${nameLink(name, snapshot, page)}</li>`,
  );
  return items.length ? `<ul>${items.join('')}</ul>` : '';
}

function nameLink(name: string, snapshot: Snapshot, page: Page): string {
  const found = resolveName(snapshot, name);
  if (found.to === 'entity') return escaped(found.entity.name);
  const isHere =
    (found.to === 'mark' &&
      found.found.some(
        ({ entry, definition }) =>
          isRegistered(snapshot, definition.kind) && page.wanted.isAsked(entry.uri),
      )) ||
    (found.to === 'document' && found.found.some((entry) => hasRows(entry, snapshot, page)));
  const shown = shownName(name, page.wanted.fileOf);
  if (!isHere) return escaped(shown);
  const target = encodeURIComponent(anchorFor(page, snapshot, name));
  return `<a href="#${target}">${escaped(ownOf(shown))}<wbr>#${escaped(idOf(shown))}</a>`;
}

const isRegistered = ({ codebook }: Snapshot, kind: string): boolean =>
  !!codebook.kinds.get(kind)?.registered;

function hasRows(entry: Entry, snapshot: Snapshot, { wanted, documents }: Page): boolean {
  const known = documents.get(entry);
  if (known !== undefined) return known;
  let has = false;
  if (wanted.isAsked(entry.uri)) {
    eachDefinition(entry.summary, (_, kind) => {
      has ||= isRegistered(snapshot, kind);
    });
  }
  documents.set(entry, has);
  return has;
}

/** What a mark or document is called on the page; no id of HTML holds a blank. */
const anchorFor = ({ collections, wanted }: Page, snapshot: Snapshot, name: string): string =>
  prefixOf(collections, snapshot) + shownName(name, wanted.fileOf).replace(/\s/g, '_');

/** Two collections may use one name. */
const prefixOf = (collections: readonly Snapshot[], snapshot: Snapshot): string => {
  const index = collections.indexOf(snapshot);
  return index > 0 ? `${index + 1}/` : '';
};

function anchorOf(page: Page, snapshot: Snapshot, name: string | undefined): string {
  if (!name) return '';
  const id = anchorFor(page, snapshot, name);
  if (page.anchors.has(id)) return '';
  page.anchors.add(id);
  return ` id="${escaped(id)}"`;
}
