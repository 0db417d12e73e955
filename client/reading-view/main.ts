import type {
  FromPage,
  Kept,
  Labels,
  Part,
  Place,
  SeriesPage,
  TextPage,
  ThreadPage,
  ToPage,
} from '../src/reading-view/messages.ts';
import { drawBlocks, nameOfMark, placeOfBlock, placeOfMark } from './blocks.ts';
import { bring } from './bring.ts';
import { facts } from './cards.ts';
import { inLanguage, made, placeAround } from './dom.ts';
import { darken, light } from './light.ts';
import { keepScroll } from './scroll.ts';
import { drawSeries } from './series.ts';
import { settle } from './settle.ts';
import { standalone } from './standalone.ts';
import { makeTabs } from './tabs.ts';
import { drawThread } from './thread.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Kept | undefined;
  setState(kept: Kept): void;
};

const editor = acquireVsCodeApi();
const kept = editor.getState();
let labels: Labels | undefined;
let part: Part = kept?.part ?? { is: 'text' };
let series: SeriesPage | undefined;
let chosen: number | undefined;
/** What had the focus before a thread was opened. */
let before: HTMLElement | undefined;

let hasSeries = false;

const tabs = makeTabs(go, () => editor.postMessage({ is: 'save', html: standalone(main) }));
const head = made('div', 'masthead');
const blocks = made('div', 'blocks');
const article = made('article', '', head, blocks);
const views = {
  text: made('section', 'view of-text', article),
  thread: made('section', 'view of-thread'),
  series: made('section', 'view of-series'),
};
const main = made('main', '', views.text, views.thread, views.series);
const told = made('p', 'told');
told.role = 'status';
const bar = made('header', 'bar', tabs.element);
document.body.append(bar, told, main);

const scroll = keepScroll(kept?.scrolled ?? {}, keep);

function keep(): void {
  if (labels) editor.setState({ uri: labels.uri, part, scrolled: scroll.all() });
}

function showPart(): void {
  for (const [is, view] of Object.entries(views)) view.hidden = is !== part.is;
  tabs.show(part, hasSeries);
}

function go(to: Part): void {
  scroll.leave();
  darken(article);
  part = to;
  showPart();
  // The others come when they are asked for.
  if (part.is === 'text') scroll.show('text');
  keep();
  editor.postMessage({ is: 'shows', part });
}

function goBack(): void {
  go({ is: 'text' });
  if (before?.isConnected) before.focus();
  before = undefined;
}

function drawText(text: TextPage): void {
  if (!labels) return;
  hasSeries = text.hasSeries;
  head.replaceChildren(
    ...(text.saysTitle ? [] : [inLanguage(made('h1', '', text.title), text.lang)]),
    ...(text.facts.length ? [facts(text.facts)] : []),
    ...(text.empty ? [made('p', 'empty', text.empty)] : []),
  );
  drawBlocks(blocks, text, labels);
  settle(blocks);
}

function drawSeriesPart(): void {
  if (!labels || !series) return;
  drawSeries(views.series, series, labels, chosen, (document) => {
    chosen = document;
    drawSeriesPart();
    views.series.querySelector<HTMLElement>('[aria-current]')?.focus();
  });
}

function hear(message: ToPage): void {
  if (message.is === 'seen') {
    if (part.is === 'text') bring(message.seen, message.isAsked, blocks, bar);
    return;
  }
  told.hidden = message.is !== 'nothing';
  main.hidden = message.is === 'nothing';
  switch (message.is) {
    case 'labels':
      labels = message.labels;
      tabs.name(labels);
      break;
    case 'text':
      drawText(message.text);
      break;
    case 'series':
      series = message.series ?? undefined;
      if (series) drawSeriesPart();
      else if (part.is === 'series') goBack();
      break;
    case 'thread':
      if (message.thread) drawThreadPart(message.thread);
      else if (part.is === 'thread') goBack();
      break;
    case 'nothing':
      told.textContent = message.words;
  }
  showPart();
  if (message.is === part.is) scroll.show(part.is);
  keep();
}

/** Draws the thread that was asked for; who reads with the keyboard, or with the ears, goes on at its heading. */
function drawThreadPart(thread: ThreadPage): void {
  if (!labels) return;
  const isNew = !views.thread.hasChildNodes();
  drawThread(views.thread, thread, labels, goBack);
  const heading = views.thread.querySelector('h1');
  if (isNew && document.hasFocus()) heading?.focus({ preventScroll: true });
}

function openThread(button: HTMLElement): void {
  const index = Number(button.dataset.thread);
  const place = placeOfMark(button, index);
  if (!place) return;
  const name = nameOfMark(button, index);
  before = button;
  views.thread.replaceChildren();
  scroll.forget('thread');
  go({ is: 'thread', ...(name && { name }), range: place.range });
}

function follow(target: EventTarget | null): void {
  const place = placeAround(target);
  if (place) editor.postMessage({ is: 'open', place });
}

main.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
  if (button?.dataset.thread !== undefined) openThread(button);
  // Who selects words wants to copy them.
  else if (!button && document.getSelection()?.isCollapsed !== false) follow(target);
});

main.addEventListener('dblclick', ({ target }) => {
  const place = target instanceof Element && !placeAround(target) && placeOfBlock(target);
  if (place) editor.postMessage({ is: 'open', place: startOf(place) });
});

const startOf = ({ uri, range: { start } }: Place): Place => ({
  uri,
  range: { start, end: start },
});

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (key === 'Enter' && target instanceof Element && target.getAttribute('role') === 'link') {
    event.preventDefault();
    follow(target);
  }
  if (key === 'Escape') {
    event.preventDefault();
    if (part.is === 'text') editor.postMessage({ is: 'leave' });
    else goBack();
  }
});

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => hear(data));
light(article);
new ResizeObserver(() => settle(blocks)).observe(blocks);
showPart();
editor.postMessage({ is: 'ready', part });
