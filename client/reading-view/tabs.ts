import type { Labels, Part } from '../src/reading-view/messages.ts';
import { button, made } from './dom.ts';

/** The line above the page: its parts, and what can be done with it. */
export interface Tabs {
  readonly element: HTMLElement;
  /** Writes on them what they are for. */
  readonly name: (labels: Labels) => void;
  /** Tells which part is shown, and whether there is a series. The buttons stay, so that none loses the focus. */
  readonly show: (part: Part, hasSeries: boolean) => void;
}

export function makeTabs(go: (part: Part) => void, save: () => void): Tabs {
  let current: Part = { is: 'text' };
  const buttons = {
    text: button('tab', '', () => go({ is: 'text' })),
    series: button('tab', '', () => go({ is: 'series' })),
    thread: button('tab', '', () => go(current)),
  };
  const saving = button('save', '', save);
  const element = made('nav', 'tabs', ...Object.values(buttons), saving);
  element.hidden = true;
  return {
    element,
    name: (labels) => {
      element.setAttribute('aria-label', labels.parts);
      for (const part of ['text', 'series', 'thread'] as const) {
        buttons[part].textContent = labels[part];
      }
      saving.textContent = labels.save;
      element.hidden = false;
    },
    show: (part, hasSeries) => {
      current = part;
      buttons.series.hidden = !hasSeries;
      buttons.thread.hidden = part.is !== 'thread';
      for (const [is, tab] of Object.entries(buttons)) {
        if (is === part.is) tab.setAttribute('aria-current', 'page');
        else tab.removeAttribute('aria-current');
      }
    },
  };
}
