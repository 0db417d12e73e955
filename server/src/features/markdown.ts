/** Whatever `plain` has to look at: most text has none of it, and a hover is made of many pieces. */
const signs = /[\\`*_[\]<>&|~$@:]|[^\S ]| {2}|[wW]{3}\./;
/** What it looks at where a text begins. */
const beginning = /^[ \d+#=-]/;

/**
 * Text of a document or a codebook as Markdown that shows it and does nothing else: no emphasis, link,
 * command, image, heading, list, HTML, icon or character reference comes out of it. On one line.
 */
export function plain(text: string): string {
  if (!signs.test(text) && !beginning.test(text) && !text.endsWith(' ')) return text;
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&|~$@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/^[-+#=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Text as code, in as many backticks as it needs. */
export function code(text: string): string {
  if (text && !/[`\s]/.test(text)) return `\`${text}\``;
  const line = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return line ? `${fence}${pad}${line}${pad}${fence}` : '';
}

/**
 * An address as Markdown that opens it on a click, for http and https alone; anything else as text. The
 * address is shown as it is: a reader sees where it leads.
 */
export function address(text: string): string {
  const sound = /^https?:\/\/[^\s<>"'`\\^{|}]+$/i.test(text);
  return sound ? `[${plain(text)}](<${text}>)` : plain(text);
}

/** What `withoutSigns` undoes: escapes, code, links, emphasis, and the blanks that end a line. */
const undone =
  /\\([!-/:-@[-`{-~])|(?<!`)(`+)(?!`)(.*?)(?<!`)\2(?!`)|\[((?:\\.|[^\]\\])*)\]\(<[^>]*>\)|\*+| +(?=\n)/g;

/** Our own Markdown as the words that it shows, for an editor that shows no Markdown. Lists keep their dashes. */
export function withoutSigns(markdown: string): string {
  return markdown.replace(
    undone,
    (_, escaped?: string, _fence?: string, coded?: string, linked?: string) => {
      if (escaped) return escaped;
      if (coded !== undefined) return /^ .*\S.* $/.test(coded) ? coded.slice(1, -1) : coded;
      return linked === undefined ? '' : withoutSigns(linked);
    },
  );
}
