/** What a table says under a name that a text gave: nothing under those that every object has, such as `constructor`. */
export const lookup = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
