/** What only works in the editor, or only for one width of the window. */
const attributes = ['tabindex', 'role', 'data-mark', 'data-thread', 'data-note', 'data-id'];
const classes = ['lit', 'settled'];
const properties = ['--down', '--least', '--rest'];

/** What an element shows now, as markup that needs no script. */
export function standalone(main: HTMLElement): string {
  const copy = main.cloneNode(true) as HTMLElement;
  for (const one of copy.querySelectorAll('[hidden], button:not(.choose)')) one.remove();
  for (const one of copy.querySelectorAll<HTMLElement>('*')) {
    for (const name of attributes) one.removeAttribute(name);
    one.classList.remove(...classes);
    for (const name of properties) one.style.removeProperty(name);
    if (!one.style.length) one.removeAttribute('style');
  }
  // A table on paper has nothing to choose.
  for (const choose of copy.querySelectorAll('button.choose')) {
    choose.replaceWith(...choose.childNodes);
  }
  return copy.outerHTML;
}
