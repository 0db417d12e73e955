import { Parser } from 'htmlparser2';
import { gapOf, isAsWritten, isUnseen, itemSign } from './elements.ts';
import { pageText } from './encoding.ts';
import { flow } from './flow.ts';
import { joined } from './lines.ts';
import { noteCalls } from './note-calls.ts';
import { chosen, type Part, titled } from './page-parts.ts';
import type { Taken } from './taken.ts';
import { t, Unusable } from './unusable.ts';

interface Open {
  readonly name: string;
  readonly unseen: boolean;
  readonly pre: boolean;
  readonly heading: boolean;
  readonly part: Part | undefined;
  /** Whether it lies in a part or a section of the page, so that a head in it is not that of the site. */
  readonly inside: boolean;
  /** Of a list: the sort of its numbers (`-` for none) and the last one. */
  readonly list: { readonly type: string; readonly step: number; last: number } | undefined;
}

// Browsers go 512 deep. What is deeper is made to be slow.
const DEEPEST = 512;

/**
 * The words of a page as a browser without its style sheets would show them: headings as lines of `#`, items of lists
 * with `-` or their number, each cell of a table on a line of its own, nothing of scripts, menus, heads and feet of
 * the site. Throws `Unusable`.
 */
export function takenFromHtml(bytes: Uint8Array): Taken {
  const open: Open[] = [];
  const top = (): Open | undefined => open.at(-1);
  const page = flow(() => top()?.part);
  const words = noteCalls(page.write);
  let title = '';
  let parts = 0;
  let saved: string | undefined;
  let canonical: string | undefined;
  let lang: string | undefined;

  const listAround = (): Open['list'] => open.findLast(({ list }) => list)?.list;

  const start = (name: string, attributes: Record<string, string>): void => {
    const around = top();
    if (open.length >= DEEPEST) {
      throw new Unusable(
        t`Its parts lie in one another more than ${DEEPEST} deep, as on no page that is meant for readers. Open it in a browser, copy its text, and import that from the clipboard.`,
      );
    }
    if (name === 'html') lang ??= attributes.lang ?? attributes['xml:lang'];
    if (name === 'link' || name === 'meta') canonical ??= addressIn(attributes);
    const unseen = around?.unseen === true || isUnseen(name, attributes, around?.inside === true);
    const part = around?.part ?? partOf(name, attributes, parts);
    if (part && part !== around?.part) parts++;
    // One form for all: a page may have a million of them.
    open.push({
      name,
      unseen,
      part,
      inside: around?.inside === true || part !== undefined || name === 'section',
      pre: around?.pre === true || isAsWritten(name, attributes),
      heading: around?.heading === true || isHeading(name),
      list: listOf(name, attributes),
    });
    if (!unseen) show(name, attributes);
  };

  const show = (name: string, attributes: Record<string, string>): void => {
    const gap = gapOf(name);
    if (gap) apart(name, gap);
    if (name === 'sup') words.raise(open.at(-2)?.name === 'a');
    else if (name === 'a') words.link();
    if (name === 'br') {
      words.apart();
      if (top()?.heading) words.write(' ', false);
      else page.lineBreak();
    } else if (isHeading(name)) page.lead(`${'#'.repeat(Number(name[1]))} `);
    else if (name === 'li') page.lead(signOf(attributes));
    else if (name === 'q') words.write('“', false);
  };

  const apart = (name: string, gap: 1 | 2): void => {
    words.apart();
    const inList = (name === 'ul' || name === 'ol') && open.slice(0, -1).some(({ list }) => list);
    page.apart(inList ? 1 : gap);
  };

  const signOf = ({ value }: Record<string, string>): string => {
    const list = listAround();
    if (!list || list.type === '-') return '- ';
    list.last = /^-?\d{1,9}$/.test(value ?? '') ? Number(value) : list.last + list.step;
    return itemSign(list.type, list.last);
  };

  const parser = new Parser({
    onopentag: start,
    onclosetag(name) {
      const closed = open.pop();
      if (!closed || closed.unseen) return;
      const gap = gapOf(name);
      if (gap) {
        // `apart` would look for the lists around the one that has just been closed.
        open.push(closed);
        apart(name, gap);
        open.pop();
      } else if (name === 'q') words.write('”', false);
      else if (name === 'sup') words.settle();
      if (name === 'li' || isHeading(name)) page.lead('');
    },
    ontext(text) {
      const here = top();
      if (here?.name === 'title' && !open.at(-2)?.unseen && title.length < 1000) title += text;
      if (!here?.unseen) words.write(text, here?.pre ?? false);
    },
    oncomment(text) {
      saved ??= /^ saved from url=\(\d+\)(https?:\/\/\S+)/.exec(text)?.[1];
    },
  });
  parser.write(pageText(bytes));
  parser.end();
  words.settle();
  const lines = titled(chosen(page.end()), title);
  if (!lines.length) {
    throw new Unusable(
      t`This page holds no text, perhaps because a program in it fetches that. Open it in a browser, copy its text, and import that from the clipboard.`,
    );
  }
  const address = saved ?? canonical;
  return { text: joined(lines), ...(address && { address }), ...(lang && { lang }) };
}

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const isHeading = (name: string): boolean => HEADINGS.has(name);

function partOf(name: string, { role }: Record<string, string>, number: number): Part | undefined {
  if (name === 'main' || role === 'main') return { is: 'main', number };
  return name === 'article' || role === 'article' ? { is: 'article', number } : undefined;
}

function listOf(name: string, attributes: Record<string, string>): Open['list'] | undefined {
  if (name === 'ul' || name === 'menu' || name === 'dir') return { type: '-', step: 0, last: 0 };
  if (name !== 'ol') return undefined;
  const start = /^-?\d{1,9}$/.test(attributes.start ?? '') ? Number(attributes.start) : 1;
  const step = attributes.reversed === undefined ? 1 : -1;
  return { type: attributes.type ?? '1', step, last: start - step };
}

/** The address a page gives as its own. */
function addressIn({ rel, href, property, content }: Record<string, string>): string | undefined {
  const told = rel?.toLowerCase() === 'canonical' ? href : property === 'og:url' ? content : '';
  return told && /^https?:\/\/[^\s<>"]{3,2000}$/i.test(told) ? told : undefined;
}
