/** An object as `JSON.stringify` writes it with an indent of two, while the list at its end comes piece by piece. */
export interface JsonList {
  readonly begin: string;
  /** The next items of the list. */
  readonly items: (items: readonly object[]) => string;
  /** What stands behind the last item; with more fields behind the list if there are any. */
  readonly end: (more?: object) => string;
}

/** The list is the last thing in the object, which has it empty, so many levels deep. */
export function jsonList(object: object, depth: number): JsonList {
  const text = JSON.stringify(object, null, 2);
  const list = text.lastIndexOf('[]') + 1;
  const indent = '  '.repeat(depth);
  let isFirst = true;
  const written = (items: readonly object[]): string => {
    if (!items.length) return '';
    const before = isFirst ? '' : ',';
    isFirst = false;
    return `${before}\n${indent}  ${inLists(items, depth)}`;
  };
  const fields = (more: object): string =>
    `,\n${indented(more, indent.slice(2)).split('\n').slice(1, -1).join('\n')}`;
  return {
    begin: text.slice(0, list),
    items: written,
    end: (more) =>
      `${isFirst ? '' : `\n${indent}`}]${more ? fields(more) : ''}${text.slice(list + 1)}\n`,
  };
}

/** The items as they are written in so many lists, without what stands around them. */
function inLists(items: readonly object[], depth: number): string {
  let list: readonly object[] = items;
  for (let i = 0; i < depth; i++) list = [list];
  const text = JSON.stringify(list, null, 2);
  return text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
}

// A line end inside a string is written as \n, so each that is seen here is one of the writing.
const indented = (value: object, indent: string): string =>
  indent + JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
