import type { Entity } from '../core/codebook/codebook.ts';
import type { Document, Mark } from '../core/document.ts';
import { t } from '../core/language.ts';
import { headsOf } from '../core/reading/parse.ts';
import { stripSpan } from '../core/reading/strip.ts';
import { mentionsOf } from '../core/snapshot/snapshot.ts';
import { contains } from '../core/text.ts';
import type { Edit } from '../core/writing/edit.ts';
import { idFrom } from '../core/writing/ids.ts';
import { replacement } from './mend.ts';
import { namesIn } from './misnamed.ts';
import type { Context, DocumentRule, FileEdit, Fix } from './rule.ts';
import { instead, said } from './say.ts';
import { soundly } from './sound.ts';

export const idIsEntity: DocumentRule = {
  subject: 'readout',
  code: 'id-is-entity',
  level: 'error',
  proseless: true,
  docs: {
    title: 'A mark is called like an entity',
    about:
      'A reference such as `(#orla)` means a mark of the document where it has one of this id, else an entity of the codebook. A mark that is called like an entity hides it: every reference in this document that is meant for the entity leads to the mark.',
    mend: `If the words name the entity, refer to it instead of marking them. Else give the mark another id; the fix changes the references to the mark with it.\n\n${instead(
      'They met in [Orla]{#orla .place}.',
      'They met in [Orla](#orla).',
    )}`,
  },
  examples: {
    good: [
      `
      //- a.readout.md
      They met in [Orla](#orla).
      //- readout.yaml
      entities: { orla: { kind: place, name: Orla } }
      `,
    ],
    bad: [
      `
      //- a.readout.md
      They met in [Orla]{#orla .place}.
                         ^^^^^ The codebook has an entity “orla”
      //- readout.yaml
      entities: { orla: { kind: place, name: Orla } }
      `,
    ],
  },
  *check({ document, snapshot }) {
    for (const { id } of headsOf(document.marks).values()) {
      const entity = id && snapshot.codebook.entities.get(id.text);
      if (!id || !entity) continue;
      yield {
        from: id.from,
        to: id.to,
        message: {
          what: t`The codebook has an entity ${said(id.text)} (${entity.name}) already.`,
          why: t`In this document every reference to it leads to this mark instead.`,
          advice: t`If the words name the entity, refer to it instead of marking them; else give the mark another id.`,
        },
        target: id.text,
        subject: id.text,
        related: [{ ...entity.place, message: t`The entity in the codebook.` }],
      };
    }
  },
  fix: soundly(function* (finding, context) {
    const { document, snapshot } = context;
    const mark = document.marks.find(({ id }) => id?.from === finding.from);
    const entity = mark?.id && snapshot.codebook.entities.get(mark.id.text);
    if (!mark || !entity) return;
    yield* asReference(mark, entity, document);
    yield renamed(mark, entity, context);
  }),
};

/** The mark says nothing but what the entity is: a reference says the same. */
function* asReference(mark: Mark, entity: Entity, document: Document): Generator<Fix> {
  if (mark.kind?.text !== entity.kind || mark.attributes.length || mark.items !== 2) return;
  const linked = document.references.some(
    ({ span }) => contains(span, mark.span) || contains(mark.span, span),
  );
  if (linked) return;
  const edits = [replacement(mark.braces, `(#${entity.id})`)];
  yield { title: t`Refer to ${said(entity.name)} instead`, edits, preferred: true };
}

/** Gives the mark another id and takes all that points at it along. */
function renamed(mark: Mark, { id: old }: Entity, context: Context): Fix {
  const { document, entry, snapshot } = context;
  const id = idFrom(stripSpan(document, mark.words), namesIn(context));
  const edits: Edit[] = mark.id ? [replacement(mark.id, `#${id}`)] : [];
  const elsewhere = new Map<string, FileEdit & { edits: Edit[] }>();
  for (const { entry: where, mention } of mentionsOf(snapshot, `${entry.summary.own}#${old}`)) {
    const edit = replacement({ from: mention.to - old.length, to: mention.to }, id);
    if (where.uri === entry.uri) edits.push(edit);
    else {
      const file = elsewhere.get(where.uri) ?? { uri: where.uri, edits: [] };
      file.edits.push(edit);
      elsewhere.set(where.uri, file);
    }
  }
  for (const fragment of document.marks.flatMap(({ attributes }) => attributes)) {
    if (fragment.key.text === 'continues' && fragment.value.text === old)
      edits.push(replacement(fragment.value, id));
  }
  const title = t`Call the mark ${said(id)}, and follow it where it is pointed at`;
  return { title, edits, ...(elsewhere.size && { elsewhere: [...elsewhere.values()] }) };
}
