import assert from 'node:assert/strict';
import { symbols } from '../../server/src/features/symbols.ts';
import { fixture } from './fixture.ts';

/**
 * Asserts that the query finds exactly these symbols in this order, each as `name | kind | container |
 * date`, where what is absent is left out.
 */
export function checkSymbols(source: string, query: string, ...expected: string[]): void {
  const set = fixture(source);
  const { symbols: found, more } = symbols(set.snapshot, query);
  const shown = found.map(({ name, kind, container, date }) =>
    [name, kind, container, date].filter(Boolean).join(' | '),
  );
  assert.deepEqual(shown, expected);
  assert.equal(more, 0);
}
