/** How long a glob may be, and how many wildcards and lists of alternatives it and a part of it may have. */
const most = { length: 1000, wildcards: 8, inPart: 4, alternatives: 8 };

/**
 * Whether a glob can be compared with any path in a time that a person can wait. It becomes a regular expression,
 * and each wildcard in one part of a path multiplies the ways that are tried where a name does not fit: five in a
 * name of two hundred letters are a billion.
 */
export const isManageable = (glob: string): boolean =>
  glob.length <= most.length &&
  countOf(/\{/g, glob) <= most.alternatives &&
  countOf(/\*+/g, glob) <= most.wildcards &&
  glob.split('/').every((part) => countOf(/\*+/g, part) <= most.inPart);

const countOf = (sign: RegExp, text: string): number => text.match(sign)?.length ?? 0;
