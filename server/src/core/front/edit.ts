import type { Document } from '../document.ts';
import { type Edit, insertion } from '../writing/edit.ts';
import { lineEndOf } from '../writing/import.ts';
import type { YamlText } from '../yaml/data.ts';
import { type Data, putYaml } from '../yaml/edit.ts';

/**
 * The edit that puts `data` at a path of keys into a document's front matter, which is made with its
 * one empty line where there is none; the source stays as it is. Undefined where the front matter
 * cannot be read or is of another form there (see `putYaml`).
 */
export function putFront(
  document: Document,
  path: readonly string[],
  data: Data,
): Edit | undefined {
  const { front, body } = document;
  if (front) return front.issues.length ? undefined : putYaml(frontYaml(document), path, data);
  const lineEnd = lineEndOf(document.text);
  const empty = { text: '', inner: { from: 0, to: 0 }, value: undefined, lineEnd };
  const lines = putYaml(empty, path, data)?.text;
  return lines ? insertion(body, `---${lineEnd}${lines}---${lineEnd}${lineEnd}`) : undefined;
}

/** The YAML of a document's front matter; its line ends are those of the line before it, a lone CR aside. */
export function frontYaml({ text, front }: Document): YamlText {
  const inner = front?.inner ?? { from: 0, to: 0 };
  const lineEnd = text.startsWith('\r\n', inner.from - 2) ? '\r\n' : '\n';
  return { text, inner, value: front?.value, lineEnd };
}
