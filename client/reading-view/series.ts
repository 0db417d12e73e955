import type {
  Labels,
  SeriesDocument,
  SeriesGroup,
  SeriesItem,
  SeriesPage,
} from '../src/reading-view/messages.ts';
import { button, coloured, inLanguage, leads, made } from './dom.ts';
import { listOfChanges, wordsWithChanges } from './words.ts';

/**
 * Draws a series: a table of its texts with how much each carried, reworded, brought and dropped, and below
 * it what that is for one of them.
 * @param shown the text to show; the page's own without one
 * @param show called with the text that the reader chooses
 */
export function drawSeries(
  into: HTMLElement,
  page: SeriesPage,
  labels: Labels,
  shown: number | undefined,
  show: (document: number) => void,
): void {
  const at = page.documents[shown ?? page.own] ? (shown ?? page.own) : page.own;
  const current = page.documents[at];
  into.replaceChildren(
    made('h1', '', `${labels.series}: ${page.title}`),
    table(page, at, show),
    ...(current ? [details(current, labels)] : []),
  );
}

function table(
  { columns, documents, own }: SeriesPage,
  at: number,
  show: (document: number) => void,
): HTMLElement {
  const head = made(
    'tr',
    '',
    ...columns.map((column) => {
      const cell = made('th', '', column);
      cell.scope = 'col';
      return cell;
    }),
  );
  const rows = documents.map(({ date, title, lang, groups }, index) => {
    const choose = button('choose', '', () => show(index));
    choose.append(made('span', 'date', date), inLanguage(made('span', 'title', title), lang));
    const name = made('th', '', choose);
    name.scope = 'row';
    const counts = groups.map(({ items }) =>
      made('td', items.length ? '' : 'none', `${items.length}`),
    );
    const row = made('tr', index === own ? 'own' : '', name, ...counts);
    if (index === at) choose.setAttribute('aria-current', 'true');
    return row;
  });
  return made('table', 'series', made('thead', '', head), made('tbody', '', ...rows));
}

const details = ({ date, title, lang, groups }: SeriesDocument, labels: Labels): HTMLElement =>
  made(
    'div',
    'drift',
    made('h2', '', date),
    inLanguage(made('p', 'source', title), lang),
    made('div', 'groups', ...groups.map((group) => drawGroup(group, labels))),
  );

function drawGroup({ title, means, empty, items }: SeriesGroup, labels: Labels): HTMLElement {
  return made(
    'section',
    '',
    made('h3', '', title, made('span', 'count', ` ${items.length}`)),
    made('p', 'means', means),
    items.length
      ? made('ul', '', ...items.map((item) => drawItem(item, labels)))
      : made('p', 'none', empty),
  );
}

function drawItem(item: SeriesItem, labels: Labels): HTMLElement {
  const open = made('div', 'open', wordsWithChanges(item, labels), listOfChanges(item.changes));
  return coloured(made('li', 'card', leads(open, item.place)), item);
}
