import type { Span } from '../../core/text.ts';
import { said, types, unescapedLine } from './brat-lines.ts';
import {
  type Annotation,
  type CodePoints,
  codePointsOf,
  joinedSpans,
  type MarkedWords,
  type Remark,
} from './standoff.ts';

/** What is known of a `T` line so far. */
interface Words {
  readonly type: string;
  readonly parts: readonly Span[];
  id: string | undefined;
  at: number;
  remark: string;
  readonly attributes: { key: string; value: string }[];
  readonly relations: { via: string; target: string; to?: string }[];
  readonly targets: string[];
}

/**
 * Reads back what `bratOf` has written of the annotations of a text. Lines of other forms, such as events,
 * and those that point at nothing are passed over.
 */
export function readBrat(text: string, ann: string): readonly Annotation[] {
  const points = codePointsOf(text);
  const all = new Map<string, Words>();
  const lines = ann.split('\n').map((line) => line.split('\t'));
  for (const [t = '', place = ''] of lines) {
    if (t.startsWith('T')) all.set(t, wordsAt(text, points, place));
  }
  for (const [number = '', saying = '', ...rest] of lines) {
    const [type = '', t = '', ...values] = saying.split(' ');
    if (number.startsWith('R')) relate(all, type, t, values[0] ?? '');
    const words = all.get(t);
    if (!words) continue;
    const value = values.join(' ');
    if (number.startsWith('#')) comment(words, points, type, unescapedLine(rest.join('\t')));
    else if (number.startsWith('N')) {
      words.targets.push(unescapedLine(value.slice(said.resource.length + 1)));
    } else if (number.startsWith('A')) words.attributes.push({ key: type, value });
  }
  return [...all.values()].map((words) => annotationOf(words, all));
}

function wordsAt(text: string, points: CodePoints, place: string): Words {
  const [type = '', ...numbers] = place.split(/[ ;]/);
  const spans: Span[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const [from, to] = [points.offset(Number(numbers[i])), points.offset(Number(numbers[i + 1]))];
    spans.push({ from, to });
  }
  const parts = joinedSpans(text, spans);
  const none = { attributes: [], relations: [], targets: [] };
  return { type, parts, id: undefined, at: 0, remark: '', ...none };
}

/** `Arg1:T1`, `Arg2:T2` */
function relate(all: ReadonlyMap<string, Words>, via: string, first: string, second: string): void {
  const [from, to] = [first, second].map((one) => one.slice(one.indexOf(':') + 1));
  all.get(from ?? '')?.relations.push({ via, target: '', to: to ?? '' });
}

function comment(words: Words, points: CodePoints, type: string, text: string): void {
  const blank = text.indexOf(' ');
  const [key, value] = [text.slice(0, blank), text.slice(blank + 1)];
  if (type === said.id) words.id = text;
  else if (type === said.place) words.at = points.offset(Number(text));
  else if (type === said.remark) words.remark = text;
  else if (type === said.attribute) words.attributes.push({ key, value });
  else if (type === said.relation) words.relations.push({ via: key, target: value });
}

function annotationOf(words: Words, all: ReadonlyMap<string, Words>): Annotation {
  const { type, parts, targets, id, attributes } = words;
  if (type === types.note) return remarkOf(words);
  if (type === types.reference) return { type: 'reference', parts, target: targets[0] ?? '' };
  const relations = words.relations.map(({ via, target, to }) => ({
    via,
    target: to === undefined ? target : `#${all.get(to)?.id ?? ''}`,
  }));
  const kind = type === types.mark ? undefined : type;
  return { type: 'mark', id, kind, parts, attributes, relations } satisfies MarkedWords;
}

const remarkOf = ({ at, remark, targets }: Words): Remark => ({
  ...{ type: 'note', at },
  ...{ words: remark, targets },
});
