import type { RegisterMark } from '../../../server/src/protocol/register-shown.ts';
import type { Ask } from '../ask.ts';
import { type Item, isWhole, type WholeItem } from './groups.ts';

/** Marks with all that is shown of them, in their order; those that are gone meanwhile are left out. */
export async function completed(ask: Ask, items: readonly Item[]): Promise<WholeItem[]> {
  const unknown = items.filter((item) => !isWhole(item));
  if (!unknown.length) return items.filter(isWhole);
  const byDocument = new Map<string, number[]>();
  for (const { sheet, mark } of unknown) {
    const others = byDocument.get(sheet.uri);
    if (others) others.push(mark.index);
    else byDocument.set(sheet.uri, [mark.index]);
  }
  const wanted = [...byDocument].map(([uri, marks]) => ({ uri, marks }));
  const found = (await ask('readout/registerMarks', { wanted })) ?? [];
  const known = new Map<string, RegisterMark>();
  for (const { uri, marks } of found)
    for (const mark of marks) known.set(`${mark.index} ${uri}`, mark);
  return items.flatMap((item) => {
    if (isWhole(item)) return item;
    const mark = known.get(`${item.mark.index} ${item.sheet.uri}`);
    return mark ? { sheet: item.sheet, mark } : [];
  });
}
