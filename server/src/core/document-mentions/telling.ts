import { monthNames } from '../dates.ts';
import * as listed from './words.ts';

/**
 * What every phrase needs beside its noun or verb: a time, a word that says which one, or a noun that can
 * have a name of its own. A part of another word does here: this only spares reading texts that have none.
 */
export const mayTell = new RegExp(
  [
    ...['(?:19|20)\\d\\d', ...monthNames, 'yesterday', 'last', 'earlier', 'ago'],
    ...['previous', 'recent', 'first', 'inaugural'],
    ...[...listed.heads.keys()].filter(mayBeNamed),
  ].join('|'),
  'i',
);

/** Without a time only texts and summits have a name of their own. */
export function mayBeNamed(head: string): boolean {
  const form = listed.heads.get(head);
  const isNaming = form === 'summit' || form === 'statement' || form === 'text';
  return isNaming && !listed.bodies.has(head);
}
