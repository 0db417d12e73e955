/** Lights a card together with its words, whichever of them the pointer or the focus is on. */
export function light(article: HTMLElement): void {
  const follow = ({ target }: Event) => {
    darken(article);
    const element = target instanceof Element ? target : undefined;
    for (const one of togetherWith(element)) one.classList.add('lit');
  };
  for (const event of ['pointerover', 'pointerleave', 'focusin', 'focusout']) {
    article.addEventListener(event, follow);
  }

  function* togetherWith(element: Element | undefined): Generator<Element> {
    const own = element?.closest<HTMLElement>('[data-mark], .card');
    const mark = own?.matches('.card') ? own.querySelector<HTMLElement>('[data-mark]') : own;
    const index = mark?.dataset.mark;
    if (!own || index === undefined) return;
    yield* own.closest('.block')?.querySelectorAll(`[data-mark="${index}"]`) ?? [];
    // The parts of a mark may stand in other paragraphs.
    const id = own.dataset.id ?? own.closest<HTMLElement>('.card')?.dataset.id;
    if (id) yield* article.querySelectorAll(`[data-id="${CSS.escape(id)}"]`);
  }
}

/** Lights nothing any more: what is hidden under the pointer does not hear that the pointer has gone. */
export function darken(article: HTMLElement): void {
  for (const one of article.querySelectorAll('.lit')) one.classList.remove('lit');
}
