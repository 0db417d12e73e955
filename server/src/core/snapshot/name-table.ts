import { longer } from '../numbers.ts';

/**
 * Names by number, each once. A collection says its hundred thousand names half a million times: they are
 * looked up by the characters of the texts they stand in, and become strings only when somebody asks.
 */
export interface NameTable {
  /** The number of the name `before` + `text[from, to)`, a new one for a new name. */
  readonly enter: (before: Prefix, text: string, from: number, to: number) => number;
  /** The same, or -1 where there is no such name. */
  readonly find: (before: Prefix, text: string, from: number, to: number) => number;
  /** The same as `enter` without a prefix, for a loop that has made the hash of the characters on its way. */
  readonly enterHashed: (text: string, from: number, to: number, hash: number) => number;
  readonly nameOf: (number: number) => string;
  readonly size: () => number;
  /** The number of the name of these UTF-16 units, a new one for a new name. */
  readonly enterUnits: (units: Uint16Array, from: number, to: number) => number;
  /** Enters a name into another table: its number there. */
  readonly enterInto: (other: NameTable, number: number) => number;
  /** All names, so that `nameTable` makes the same table of them; they hold until more are entered. */
  readonly names: () => Names;
  /** Enters the part of a name before its last `#` into `owns`, once: its number there, or -1 where it is empty. */
  readonly owners: (owns: NameTable) => (number: number) => number;
}

/** Names one behind the other, by number: where each ends. */
export interface Names {
  readonly units: Uint16Array;
  readonly ends: Int32Array;
  /** How they are found: by hash, the number of a name plus one, and beside it the hash; twice a power of two. */
  readonly places: Int32Array;
}

const noNames: Names = {
  units: new Uint16Array(0),
  ends: new Int32Array(0),
  places: new Int32Array(1 << 10),
};

/** The hash of some characters and one more; that of none is 0. */
export const hashedOn = (hash: number, unit: number): number => (Math.imul(hash, 31) + unit) | 0;

/** What many names begin with, read once. */
export interface Prefix {
  readonly units: Uint16Array;
  readonly hash: number;
}

export function prefixOf(text: string): Prefix {
  const units = new Uint16Array(text.length);
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    units[i] = unit;
    hash = hashedOn(hash, unit);
  }
  return { units, hash };
}

/** The prefix of a name that has none. */
export const noPrefix = prefixOf('');

/** A table that holds these names already, or none. */
export function nameTable(known: Names = noNames): NameTable {
  const room = known.units.length + Math.max(1 << 12, known.units.length >> 3);
  let units = new Uint16Array(room);
  units.set(known.units);
  let ends = new Int32Array(known.ends.length + (1 << 8));
  ends.set(known.ends);
  let count = known.ends.length;
  // A taken place leads to the next.
  let places = known.places.slice();
  let mask = places.length / 2 - 1;
  // Strings that were asked for.
  const strings: (string | undefined)[] = [];

  const startOf = (number: number): number => (number === 0 ? 0 : (ends[number - 1] as number));
  const end = (): number => startOf(count);

  /** Writes a name behind the others, without entering it; returns its hash. */
  function write(before: Prefix, text: string, from: number, to: number): number {
    const start = end();
    const head = before.units;
    while (start + head.length + to - from > units.length) units = longer(units);
    let at = start;
    for (let i = 0; i < head.length; i++) units[at++] = head[i] as number;
    let { hash } = before;
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      units[at++] = unit;
      hash = hashedOn(hash, unit);
    }
    return mixed(hash);
  }

  /** Writes units behind the names, without entering them; returns their hash. */
  function writeUnits(source: Uint16Array, from: number, to: number): number {
    const start = end();
    while (start + to - from > units.length) units = longer(units);
    let hash = 0;
    for (let i = from; i < to; i++) {
      const unit = source[i] as number;
      units[start + i - from] = unit;
      hash = hashedOn(hash, unit);
    }
    return mixed(hash);
  }

  /** The place of the name that was written last: taken by it, or free. */
  function placeOf(hash: number, length: number): number {
    let place = hash & mask;
    for (;;) {
      const number = (places[2 * place] as number) - 1;
      if (number < 0 || (places[2 * place + 1] === hash && isWritten(number, length))) return place;
      place = (place + 1) & mask;
    }
  }

  function isWritten(number: number, length: number): boolean {
    const start = startOf(number);
    if ((ends[number] as number) - start !== length) return false;
    const other = end();
    for (let i = 0; i < length; i++) if (units[start + i] !== units[other + i]) return false;
    return true;
  }

  function enterHashed(text: string, from: number, to: number, raw: number): number {
    const hash = mixed(raw);
    const length = to - from;
    let place = hash & mask;
    for (;;) {
      const number = (places[2 * place] as number) - 1;
      if (number < 0) break;
      if (places[2 * place + 1] === hash && isAt(number, text, from, length)) return number;
      place = (place + 1) & mask;
    }
    return settle(write(noPrefix, text, from, to), length);
  }

  function isAt(number: number, text: string, from: number, length: number): boolean {
    const start = startOf(number);
    if ((ends[number] as number) - start !== length) return false;
    for (let i = 0; i < length; i++)
      if (units[start + i] !== text.charCodeAt(from + i)) return false;
    return true;
  }

  /** Enters the name that was written last. */
  function settle(hash: number, length: number): number {
    const place = placeOf(hash, length);
    const known = (places[2 * place] as number) - 1;
    if (known >= 0) return known;
    if (count === ends.length) ends = longer(ends);
    ends[count] = end() + length;
    put(place, ++count, hash);
    if (2 * count > mask) rehash();
    return count - 1;
  }

  function put(place: number, mark: number, hash: number): void {
    places[2 * place] = mark;
    places[2 * place + 1] = hash;
  }

  function rehash(): void {
    const old = places;
    places = new Int32Array(2 * old.length);
    mask = 2 * mask + 1;
    for (let at = 0; at < old.length; at += 2) {
      const [mark, hash] = [old[at] as number, old[at + 1] as number];
      if (!mark) continue;
      let place = hash & mask;
      while (places[2 * place]) place = (place + 1) & mask;
      put(place, mark, hash);
    }
  }

  const enterUnits = (source: Uint16Array, from: number, to: number): number =>
    settle(writeUnits(source, from, to), to - from);

  function nameOf(number: number): string {
    const known = strings[number];
    if (known !== undefined) return known;
    const name = stringOf(units.subarray(startOf(number), ends[number]));
    strings[number] = name;
    return name;
  }

  return {
    enter: (before, text, from, to) =>
      settle(write(before, text, from, to), before.units.length + to - from),
    find: (before, text, from, to) => {
      const hash = write(before, text, from, to);
      return (places[2 * placeOf(hash, before.units.length + to - from)] as number) - 1;
    },
    enterHashed,
    nameOf,
    size: () => count,
    enterUnits,
    enterInto: (other, number) => other.enterUnits(units, startOf(number), ends[number] as number),
    names: () => ({ units: units.subarray(0, end()), ends: ends.subarray(0, count), places }),
    owners: (owns) => {
      // By name, the number of its owner plus two, so that 0 is one nobody has asked for.
      let known = new Int32Array(1 << 8);
      return (number) => {
        while (number >= known.length) known = longer(known);
        const before = known[number] as number;
        if (before) return before - 2;
        const from = startOf(number);
        let hash = (ends[number] as number) - 1;
        while (hash > from && units[hash] !== 35) hash--;
        const owner = hash > from ? owns.enterUnits(units, from, hash) : -1;
        known[number] = owner + 2;
        return owner;
      };
    },
  };
}

/** Spreads the bits of a hash, of which only the low ones are looked at. */
const mixed = (hash: number): number => hash ^ (hash >>> 15);

/** How many units become a string at once: there may be no more arguments than a call takes. */
const stretch = 4096;

function stringOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += stretch) {
    // As arguments written out (`...units`) it takes five times as long.
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, at + stretch));
  }
  return text;
}
