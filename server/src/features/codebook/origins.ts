import type { Codebook, Place } from '../../core/codebook/codebook.ts';
import { t } from '../../core/language.ts';
import { entryOf } from '../../core/yaml/yaml.ts';

/** Names a place of a codebook's file for people: `readout.yaml:12`. */
export type PlaceWords = (place: Place) => string;

/** Says of each entry of a codebook where it comes from. */
export interface Origins {
  readonly builtin: string;
  /** Of an entry with this place, or without one. */
  readonly at: (place: Place | undefined, isOverBuiltin: boolean) => string;
  /** Of a section, or of a key in it: the first file that has it holds. */
  readonly said: (section: string, key?: string) => string | undefined;
}

export function originsOf({ files }: Codebook, words: PlaceWords): Origins {
  const builtin = t`built in`;
  return {
    builtin,
    at: (place, isOverBuiltin) => {
      if (!place) return builtin;
      return isOverBuiltin ? t`${words(place)}, over what is built in` : words(place);
    },
    said: (section, key) => {
      for (const { uri, value } of files) {
        const own = entryOf(value, section);
        const entry = key === undefined ? own : entryOf(own?.value, key);
        if (entry) return words({ uri, from: entry.key.from, to: entry.key.to });
      }
      return undefined;
    },
  };
}
