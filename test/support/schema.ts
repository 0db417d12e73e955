/** As much of JSON Schema as the schemas of this project use. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: Schema;
}

const known = new Set(
  `$schema title description $ref $defs type const enum pattern minimum properties required
  additionalProperties items`.split(/\s+/),
);

/** Where a value does not fit a schema, and what is asked for there. Throws at a keyword that is not known here. */
export function faultsIn(value: unknown, schema: Schema, root: Schema, at = ''): string[] {
  const strange = Object.keys(schema).find((key) => !known.has(key));
  if (strange) throw new Error(`This test knows no “${strange}”.`);
  const name = schema.$ref?.replace('#/$defs/', '');
  const meant = name === undefined ? undefined : root.$defs?.[name];
  if (name !== undefined && !meant) throw new Error(`The schema has no “${name}”.`);
  return [
    ...(meant ? faultsIn(value, meant, root, at) : []),
    ...own(value, schema).map((fault) => `${at}: ${fault}`),
    ...inObject(value, schema, root, at),
    ...(Array.isArray(value) && schema.items
      ? value.flatMap((one, i) => faultsIn(one, schema.items as Schema, root, `${at}/${i}`))
      : []),
  ];
}

function own(value: unknown, schema: Schema): string[] {
  const { type, pattern, minimum } = schema;
  const faults: string[] = [];
  if (type && ![type].flat().some((one) => isOf(value, one))) faults.push([type].flat().join(', '));
  if ('const' in schema && value !== schema.const) faults.push(JSON.stringify(schema.const));
  if (schema.enum && !schema.enum.includes(value)) faults.push(JSON.stringify(schema.enum));
  if (pattern && typeof value === 'string' && !new RegExp(pattern, 'u').test(value))
    faults.push(pattern);
  if (minimum !== undefined && typeof value === 'number' && value < minimum)
    faults.push(`${minimum} or more`);
  return faults;
}

function isOf(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object')
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function inObject(value: unknown, schema: Schema, root: Schema, at: string): string[] {
  if (!isOf(value, 'object')) return [];
  const object = value as Readonly<Record<string, unknown>>;
  const { properties = {}, required = [], additionalProperties } = schema;
  const more = additionalProperties === false ? Object.keys(object) : [];
  return [
    ...Object.entries(properties).flatMap(([key, one]) =>
      key in object ? faultsIn(object[key], one, root, `${at}/${key}`) : [],
    ),
    ...required.filter((key) => !(key in object)).map((key) => `${at}/${key}: missing`),
    ...more.filter((key) => !(key in properties)).map((key) => `${at}/${key}: not named`),
  ];
}
