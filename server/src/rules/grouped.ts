import { t } from '../core/language.ts';
import type { Message, Related, Reported } from './rule.ts';
import { listed } from './say.ts';

/** So many are told of one place; the light bulb knows the others. */
const mostTold = 4;

/**
 * Findings as a person should see them: several of one rule about the same words become one that names
 * the others (`also`) behind the first, for five squiggles under one sentence say less than one. The
 * findings come, and are given, in order of their place.
 */
export function grouped(findings: readonly Reported[]): readonly Reported[] {
  const shown: Reported[] = [];
  for (let at = 0; at < findings.length; ) {
    const first = findings[at] as Reported;
    let next = at + 1;
    while (next < findings.length && belongs(first, findings[next] as Reported)) next++;
    shown.push(next > at + 1 ? joined(first, findings.slice(at, next)) : first);
    at = next;
  }
  return shown;
}

const belongs = (first: Reported, next: Reported): boolean =>
  first.also !== undefined &&
  next.also !== undefined &&
  first.from === next.from &&
  first.to === next.to &&
  first.code === next.code;

interface Joined {
  readonly group: readonly Message[];
  readonly message: Message;
  readonly related: readonly Related[];
}

// At each keystroke in a long document most groups are what they were.
const known = new WeakMap<Message, Joined>();

function joined(first: Reported, group: readonly Reported[]): Reported {
  const old = known.get(first.message);
  const same =
    old?.group.length === group.length && group.every(({ message }, i) => message === old.group[i]);
  const { message, related } = same ? old : join(first, group);
  return { ...first, message, related };
}

function join(first: Reported, group: readonly Reported[]): Joined {
  const told = group.slice(0, mostTold);
  const named = told.slice(1).flatMap(({ also }) => also ?? []);
  const rest = group.length - told.length;
  const others = rest ? [...named, t`${rest} more`] : named;
  const fresh = {
    group: group.map(({ message }) => message),
    message: { ...first.message, what: t`${first.message.what} Likewise: ${listed(others)}.` },
    related: told.flatMap((one) => one.related ?? []),
  };
  known.set(first.message, fresh);
  return fresh;
}
