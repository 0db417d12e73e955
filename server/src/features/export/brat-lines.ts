/** The types of words that are no mark of a kind; kinds begin with a small letter. */
export const types = { mark: 'Mark', reference: 'Reference', note: 'Note' } as const;

/** What lines call what brat has no form for of its own; attributes and relations begin with a small letter. */
export const said = {
  id: 'Id',
  attribute: 'Attribute',
  relation: 'Relation',
  /** What brat itself calls the words of an annotator. */
  remark: 'AnnotatorNotes',
  /** Where a note stands: the code points before it. */
  place: 'At',
  target: 'Reference',
  resource: 'Readout',
} as const;

const signs: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Words on one line, for Python too, which takes several characters for the end of one. */
export const escapedLine = (words: string): string =>
  words.replace(
    /[\\\p{Cc}\u2028\u2029]/gu,
    (sign) => signs[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The words that `escapedLine` has put on one line. */
export const unescapedLine = (line: string): string =>
  line.replace(/\\(u[0-9a-f]{4}|.)/gu, (whole, sign: string) => {
    if (sign.length > 1) return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
    return { '\\': '\\', n: '\n', r: '\r', t: '\t' }[sign] ?? whole;
  });
