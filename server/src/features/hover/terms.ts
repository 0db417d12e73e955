import { continues } from '../../core/codebook/builtin/attributes.ts';
import type { AttributeMeaning, Codebook, Kind, Relation } from '../../core/codebook/codebook.ts';
import { t } from '../../core/language.ts';
import { rules } from '../../rules/index.ts';
import { code, plain } from '../markdown.ts';
import type { KeyHelp } from './help.ts';
import { type Desk, edged, lines, linked, paragraphs } from './parts.ts';

/** What a kind means, with what is of it and what is not. */
export function kindHover(desk: Desk, name: string): string {
  const kind = desk.codebook.kinds.get(name);
  if (!kind) return t`${code(`.${name}`)} · The codebook has no kind of this name.`;
  return paragraphs(
    kind.registered
      ? t`**${kindName(desk, kind)}** · kind, stands in the register`
      : t`**${kindName(desk, kind)}** · kind`,
    plain(t(kind.means)),
    examples(kind.examples, kind.not),
  );
}

const kindName = (desk: Desk, { name, place }: Kind | Relation): string =>
  place ? linked(desk, name, place) : plain(name);

/** What a relation says, from which marks to which, with an example and a counter-example. */
export function relationHover(desk: Desk, name: string): string {
  const relation = desk.codebook.relations.get(name);
  if (!relation) return t`${code(name)} · There is no attribute and no relation of this name.`;
  const { inverse, symmetric, from, to } = relation;
  return paragraphs(
    symmetric
      ? t`**${kindName(desk, relation)}** · relation, the same from both sides`
      : t`**${kindName(desk, relation)}** · relation · on the other side: ${plain(t(inverse))}`,
    lines(plain(t(relation.means)), t`From ${kindsOr(from, t`any mark`)} to ${toWords(to)}.`),
    examples(given(relation.example), given(relation.not)),
  );
}

const given = (text: string): string[] => (text ? [text] : []);

const toWords = (to: Relation['to']): string =>
  to === 'same' ? t`a mark of the same kind` : kindsOr(to, t`any mark, document or entity`);

const kindsOr = (kinds: readonly string[] | undefined, any: string): string =>
  kinds?.length ? kinds.map((kind) => plain(t(kind))).join(t` or `) : any;

/** What a built-in attribute is for, with an example and a counter-example. */
export function attributeHover({ codebook }: Desk, name: string): string {
  const meaning = meaningOf(codebook, name);
  if (!meaning) return t`${code(name)} · There is no attribute and no relation of this name.`;
  return paragraphs(
    t`**${plain(name)}** · attribute`,
    lines(plain(t(meaning.means)), t`Value: ${plain(t(meaning.value))}.`),
    examples(given(meaning.example), given(meaning.not)),
  );
}

const meaningOf = ({ attributes }: Codebook, name: string): AttributeMeaning | undefined =>
  attributes.get(name) ?? (name === continues.name ? continues : undefined);

/** What a key of the front matter or of a codebook file is for. */
export function keyHover(name: string, help: KeyHelp | undefined, what: string): string {
  if (!help) return t`${code(name)} · Readout has no use for this key and leaves it alone.`;
  return paragraphs(
    `**${plain(name)}** · ${what}`,
    lines(plain(t(help.means)), t`Value: ${plain(t(help.value))}.`),
    t`Example: ${code(help.example)}`,
  );
}

/** What a finding says and why. */
export function ruleHover(name: string): string {
  const rule = rules.find((one) => one.code === name);
  if (!rule) return t`${code(name)} · There is no finding of this code.`;
  return paragraphs(
    t`**${plain(name)}** · finding, ${t(rule.level)} by default`,
    plain(t(rule.docs.title)),
    rule.docs.about,
  );
}

/** Examples and counter-examples: with signs as code, without them the marked words in bold. */
function examples(good: readonly string[], not: readonly string[]): string {
  const shown = (text: string) => (/[{}=]/.test(text) ? code(text) : withBold(text));
  return [
    ...good.slice(0, 3).map((text) => `- ✓ ${shown(text)}`),
    ...not.slice(0, 3).map((text) => `- ✗ ${shown(text)}`),
  ].join('\n');
}

/** Text whose `[words]` come out in bold. */
const withBold = (text: string): string =>
  text
    .split(/(\[[^[\]]*[^[\]\s][^[\]]*\])/)
    .map((part, i) => (i % 2 ? `**${plain(part.slice(1, -1))}**` : edged(part)))
    .join('');
