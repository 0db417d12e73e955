import type { Relation } from '../core/codebook/codebook.ts';
import { t } from '../core/language.ts';
import { resolveName } from '../core/snapshot/resolve.ts';
import { type Pointer, pointersOf, type Relational, shownName } from './pointers.ts';
import type { Context, DocumentRule, Finding } from './rule.ts';
import { instead, said } from './say.ts';

export const relationKind: DocumentRule = {
  subject: 'readout',
  code: 'relation-kind',
  level: 'warning',
  proseless: true,
  docs: {
    title: 'A relation joins what it cannot join',
    about:
      'Each relation says on which kinds of marks it stands and at which it points. `reaffirms` joins a commitment to a commitment, a position to a position, a request to a request; `fulfils` leads from evidence, or from a commitment, to a commitment. A relation between other kinds takes part in no status and no thread. The codebook says what each relation takes; hover over its name to read it.',
    mend: `Choose another relation (\`cites\` takes anything), point at another mark, or give one of the two marks another kind.\n\n${instead(
      '[the port was opened]{.position fulfils="#port"}',
      '[the port was opened]{.evidence fulfils="#port"}',
    )}`,
  },
  examples: {
    good: [
      '[will open the port]{#port .commitment} … [was opened]{.evidence fulfils="#port"}',
      '[Orla]{#orla .place} … [will meet]{.commitment cites="#orla"}',
    ],
    bad: [
      `
      [Orla]{#orla .place} and [will open]{.commitment reaffirms="#orla"}
                                                                  ^^^^^ this is a place
      `,
      `
      [will open the port]{#port .commitment} … [is open]{.position fulfils="#port"}
                                                                             ^^^^^ “fulfils” stands on evidence or a commitment
      `,
    ],
  },
  *check(context) {
    let told: Relational['attribute'] | undefined;
    for (const pointer of pointersOf(context)) {
      const { relation } = pointer;
      if (!relation || relation.from === pointer.name) continue;
      const kind = relation.mark.kind?.text ?? '';
      if (!context.snapshot.codebook.kinds.has(kind)) continue;
      const { from } = relation.meaning;
      if (!from || from.includes(kind)) yield* wrongTarget(pointer, relation, kind, context);
      else if (told !== relation.attribute) {
        told = relation.attribute;
        yield wrongStart(pointer, relation, kind, from);
      }
    }
  },
};

const why = (): string => t`Between these two it takes part in no status and no thread.`;
const advice = (): string =>
  t`Choose another relation, point at another mark, or change the kind of one of the two.`;

function wrongStart(
  { name }: Pointer,
  { meaning, attribute }: Relational,
  kind: string,
  kinds: readonly string[],
): Finding {
  const what = t`${said(meaning.name)} stands on ${oneOf(kinds)}, and this mark is ${a(kind)}.`;
  const { from, to } = attribute.value;
  return { from, to, message: { what, why: why(), advice: advice() }, target: shownName(name) };
}

function* wrongTarget(
  { name, target }: Pointer,
  { meaning }: Relational,
  kind: string,
  { snapshot }: Context,
): Generator<Finding> {
  const wanted = wantedBy(meaning, kind);
  const resolution = resolveName(snapshot, name);
  if (!wanted || resolution.to === 'nothing') return;
  const { kinds } = snapshot.codebook;
  let is = t`a whole document`;
  if (resolution.to === 'entity') {
    if (wanted.includes(resolution.entity.kind)) return;
    is = t`the entity ${said(resolution.entity.name)}`;
  } else if (resolution.to === 'mark') {
    const found = resolution.found.map(({ definition }) => definition.kind);
    if (found.some((one) => wanted.includes(one) || !kinds.has(one))) return;
    is = a([...found].sort()[0] ?? '');
  }
  const what = t`${said(meaning.name)} points at ${oneOf(wanted)}, and this is ${is}.`;
  const { from, to } = target;
  yield { from, to, message: { what, why: why(), advice: advice() }, target: shownName(name) };
}

/** The kinds a relation takes at its far end; undefined for anything. */
const wantedBy = ({ to }: Relation, kind: string): readonly string[] | undefined =>
  to === 'same' ? [kind] : to;

const oneOf = (kinds: readonly string[]): string =>
  kinds.length > 1
    ? t`${kinds.slice(0, -1).map(a).join(t`, `)} or ${a(kinds[kinds.length - 1] ?? '')}`
    : a(kinds[0] ?? '');

/** A kind with its article; evidence has none. */
function a(kind: string): string {
  if (kind === 'evidence') return t(kind);
  return /^[aeiou]/.test(kind) ? t`an ${t(kind)}` : t`a ${t(kind)}`;
}
