import type { Target } from '../core/document.ts';
import { t } from '../core/language.ts';
import { remembering } from '../core/reading/remembered.ts';
import { resolve } from '../core/snapshot/resolve.ts';
import { type Pointer, pointersOf, shownName } from './pointers.ts';
import type { Context, DocumentRule, Message } from './rule.ts';
import { instead, said } from './say.ts';
import { soundly } from './sound.ts';
import { unresolvedFixes } from './unresolved-fix.ts';
import { endsLikeFile, nearestOf } from './unresolved-near.ts';

export const unresolved: DocumentRule = {
  subject: 'readout',
  code: 'unresolved',
  level: 'error',
  proseless: true,
  docs: {
    title: 'A reference leads nowhere',
    about:
      'References, relations and `version-of` point at a mark of this document (`#bridge`), at an entity of the codebook (`#orla`), at a mark of another document (`2031-04-orla#bridge`) or at a whole document (`2031-04-orla#`). This one points at something that is not there: it is spelt differently, was renamed, or was never made. Capitals and small letters count as different. The thread breaks here, and the register misses the link.',
    mend: `Choose the name that was meant; the fix offers the nearest ones. Or make what is missing: the entity in the codebook, the document, the id on the mark.\n\n${instead(
      'See [the earlier text](2031-04-orla.readout.md#brigde).',
      'See [the earlier text](2031-04-orla#bridge).',
    )}`,
  },
  examples: {
    good: ['[The bridge]{#bridge .place} is closed; see [there](#bridge).'],
    bad: [
      `
      [The bridge]{#bridge .place} is closed; see [there](#Bridge) and [its plan](#plan).
                                                          ^^^^^^^ Did you mean “#bridge”?
                                                                                  ^^^^^ Nothing is called “plan”
      `,
      `
      They [will open the port]{.commitment reaffirms="2031-04-orla#port"}.
                                                       ^^^^^^^^^^^^^^^^^ There is no document “2031-04-orla”
      `,
    ],
  },
  *check(context) {
    for (const { target, name } of astray(context)) {
      const resolution = resolve(context.snapshot, context.entry, target);
      if (resolution.to !== 'nothing') continue;
      const { from, to } = target;
      const message = messageOf(target, resolution.missing, context);
      yield { from, to, message, target: shownName(name), data: target };
    }
  },
  fix: soundly(function* (finding, context) {
    yield* unresolvedFixes(finding.data as Target, context);
  }),
};

// At a keystroke in a long document hundreds of names lead where they led.
const remembered = remembering<boolean>((isSound) => isSound);

/** The pointers that lead nowhere, in order of their place. */
function* astray(context: Context): Generator<Pointer> {
  const { document, entry, snapshot } = context;
  const here = `${entry.summary.own}#`;
  const isAstray = ({ target, name }: Pointer) =>
    // Without a key it is called after this document only where it has such a mark.
    (target.key || !name.startsWith(here)) && resolve(snapshot, entry, target).to === 'nothing';
  const pointers = pointersOf(context);
  let at = 0;
  const before = (end: number): readonly Pointer[] => {
    const first = at;
    while (at < pointers.length && (pointers[at] as Pointer).target.from < end) at++;
    return pointers.slice(first, at);
  };
  yield* before(document.body).filter(isAstray);
  const basis = [snapshot.definitions, snapshot.codebook];
  let own: readonly Pointer[] = [];
  const areSound = () => !own.some(isAstray);
  for (const paragraph of document.paragraphs) {
    own = before(paragraph.to);
    if (!own.length) continue;
    if (entry.document ? remembered(paragraph, basis, areSound) : areSound()) continue;
    yield* own.filter(isAstray);
  }
}

const why = (): string =>
  t`This leads nowhere, so the thread breaks here and the register misses the link.`;

function messageOf(
  target: Target,
  missing: 'document' | 'mark' | 'name',
  context: Context,
): Message {
  const { key, id } = target;
  const near = nearestOf(target, context)[0];
  const advice = near
    ? t`Did you mean ${said(near)}?`
    : t`Write the name that was meant, or make what is missing.`;
  if (missing === 'mark')
    return {
      what: t`The document ${said(key || 'here')} has no mark ${said(id)}.`,
      why: why(),
      advice,
    };
  if (missing === 'name') {
    const what = t`Nothing is called ${said(id)}: no mark of this document and no entity of the codebook.`;
    return { what, why: why(), advice };
  }
  return {
    what: t`There is no document ${said(key)} in this collection.`,
    why: why(),
    advice: endsLikeFile(key) ? t`Leave the ending of the file name out.` : advice,
  };
}
