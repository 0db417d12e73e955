import type { Codebook } from '../codebook/codebook.ts';
import { indexNames, type NameIndex } from '../names/automaton.ts';
import { fold } from '../names/fold.ts';
import { termNumber } from './vocabulary.ts';

/** States and bodies that texts call by several names, none of which may be in the codebook. */
const spellings: readonly (readonly string[])[] = [
  ['United States', 'United States of America', 'U.S.', 'US', 'USA', '米国', 'アメリカ'],
  ['United Kingdom', 'U.K.', 'UK', 'Great Britain', '英国'],
  ['European Union', 'E.U.', 'EU', 'European Commission', '欧州連合'],
  ['United Nations', 'U.N.', 'UN', '国際連合', '国連'],
  ['China', "People's Republic of China", 'PRC', '中国', '中華人民共和国'],
  ['Republic of Korea', 'South Korea', 'ROK', '韓国', '大韓民国'],
  // What is said of the peninsula and its weapons is said of the north of it.
  [
    "Democratic People's Republic of Korea",
    'North Korea',
    'DPRK',
    'Korean Peninsula',
    '北朝鮮',
    '朝鮮半島',
  ],
  ['Japan', '日本', '日本国', '我が国'],
  ['Russia', 'Russian Federation', 'ロシア'],
  ['United Arab Emirates', 'UAE'],
  ['Türkiye', 'Turkey'],
  ['Democratic Republic of the Congo', 'DRC'],
];

const known = new WeakMap<Codebook['entities'], NameIndex<number>>();

/**
 * What entities and well-known states are called, each by the number of one term: that of the entity where
 * there is one.
 */
export function sameNames({ entities }: Pick<Codebook, 'entities'>): NameIndex<number> {
  const made = known.get(entities);
  if (made) return made;
  const names: { text: string; of: number }[] = [];
  const ids = new Map<string, string>();
  for (const { id, name, aliases } of entities.values()) {
    const of = termNumber(`#${id}`);
    for (const text of [name, ...aliases.map((alias) => alias.text)]) {
      names.push({ text, of });
      if (!ids.has(fold(text))) ids.set(fold(text), id);
    }
  }
  for (const group of spellings) {
    const id = group.map((text) => ids.get(fold(text))).find((one) => one !== undefined);
    const of = termNumber(`#${id ?? `=${group[0]}`}`);
    for (const text of group) names.push({ text, of });
  }
  const index = indexNames(names);
  known.set(entities, index);
  return index;
}
