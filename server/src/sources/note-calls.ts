import { noteSign } from './note-sign.ts';

/** Before figures that are raised as a power: a ten, a unit, a letter that stands for a number. */
const raisable = /(?:(?<!\d)10|(?<![\p{L}\p{N}])(?:\p{Ll}|[ckdm]m|ft|mi|yd))$/u;

const numbers = /^\s*(\d{1,3})(?:\s*,\s*(\d{1,3}))*\s*$/;

/** As much of the words before raised figures as tells what they are. */
const farthest = 8;

/** Raised figures as signs of notes, `[1]`; what else is raised, powers among it, stays as it is. */
function asCalls(raised: string, before: string, isLink: boolean): string {
  if (!numbers.test(raised) || (!isLink && raisable.test(before))) return raised;
  return raised
    .split(',')
    .map((number) => noteSign('footnote', Number(number)))
    .join('');
}

interface Raised {
  readonly text: string;
  readonly pre: boolean;
  readonly isLink: boolean;
}

/**
 * Holds back the words of raised elements until they end, since only all of them tell whether they call a note;
 * everything else goes on to `write`.
 */
export function noteCalls(write: (text: string, pre: boolean) => void) {
  let before = '';
  let held: Raised | undefined;

  const on = (text: string, pre: boolean): void => {
    before = (before + text).slice(-farthest);
    write(text, pre);
  };

  const settle = (): void => {
    if (!held) return;
    const { text, pre, isLink } = held;
    held = undefined;
    if (text) on(asCalls(text, before, isLink), pre);
  };

  return {
    write(text: string, pre: boolean): void {
      if (!held) on(text, pre);
      else held = { text: held.text + text, pre: held.pre || pre, isLink: held.isLink };
    },
    /** A raised element begins. */
    raise(isLink: boolean): void {
      held ??= { text: '', pre: false, isLink };
    },
    /** A link begins. */
    link(): void {
      if (held) held = { ...held, isLink: true };
    },
    /** It ends. */
    settle,
    /** The next words stand on another line. */
    apart(): void {
      settle();
      before = '';
    },
  };
}
