import type { Phrase } from './english.ts';

/** What a title says of the sort of text it stands over. */
export interface TitleForm {
  readonly title: string;
  readonly isCall: boolean;
  readonly isMeeting: boolean;
  readonly isSummit: boolean;
  readonly isJoint: boolean;
  /** Of one side alone, and about something else: an announcement, a press secretary's statement. */
  readonly isAside: boolean;
  readonly offices: ReadonlySet<string>;
}

/** Reads a title in small letters. */
export const titleForm = (title: string): TitleForm => ({
  title,
  isCall: /\b(?:call|calls|conversation|phone)\b|電話/u.test(title),
  isMeeting:
    /\b(?:meeting|meetings|dialogue|talks|consultations|session|2\+2|group|council|bilateral|trilateral)\b|会[合談議]|協議/u.test(
      title,
    ),
  isSummit: /\b(?:summit|leaders)\b|首脳|サミット/u.test(title),
  isJoint: /\b(?:joint|declaration|communiqu[eé]|spirit)\b|共同|宣言/u.test(title),
  isAside:
    /\b(?:spokesperson|press secretary|announc\w+|fact sheet|statement by|statement from (?:nsc|press))\b/u.test(
      title,
    ),
  offices: offices(title),
});

/** A meeting at which nobody travelled, which its readout may call a call. */
const fromAfar = /\b(?:virtual|online|video)\b/u;

/**
 * How well a title fits what the phrase calls the document, from 0; undefined where it is called
 * something else. The readout of a call is no text of a meeting; a summit ends in a statement.
 */
export function formFit(
  { form, head, words }: Phrase,
  { title, isCall, isMeeting, isSummit, isJoint, isAside }: TitleForm,
): number | undefined {
  const aside = isAside ? -2 : 0;
  if (isAside && !isCall && !isMeeting && !isSummit && !isJoint && form !== 'statement')
    return undefined;
  switch (form) {
    case 'call':
      return isCall ? 3 + aside : isMeeting || isSummit || isJoint ? undefined : 1 + aside;
    case 'meeting':
      if (isCall && !isMeeting) return fromAfar.test(words) ? 1 + aside : undefined;
      return (isMeeting ? 3 : isJoint ? 2 : 1) + aside;
    case 'summit':
      if (
        (isCall && !/\bsummit\b/u.test(title)) ||
        /\b(?:advis[eo]r|spokesperson|secretary|minister(?:s|ial)?)\b/u.test(
          title.replaceAll('prime minister', ''),
        )
      )
        return undefined;
      return (isSummit ? 3 : isJoint ? 3 : isMeeting ? 1 : 0) + (isJoint ? 1 : 0) + aside;
    case 'visit':
      if (isCall) return undefined;
      return (isJoint ? 3 : isMeeting ? 2 : 1) + aside;
    case 'statement':
      return statementFit(head, words, title, isJoint, isAside);
    case 'text':
      return textFit(head, title);
  }
}

function statementFit(
  head: string,
  words: string,
  title: string,
  isJoint: boolean,
  isAside: boolean,
): number | undefined {
  const isStatement = /\bstatements?\b|声明|発表|文書/u.test(title);
  // What somebody *announced* stands in any text of that day.
  const isSaid = /ed$/.test(head);
  if (!isStatement && !isSaid)
    return /\b(?:declaration|spirit|communiqu[eé])\b/u.test(title) ? 0 : undefined;
  if (/\bjoint\b/u.test(words) && !isJoint) return undefined;
  if (isAside && !isJoint && !/\b(?:spokesperson|secretary|president)\b/u.test(words))
    return undefined;
  return (isStatement ? 2 : 0) + (isJoint ? 2 : 0) + 1;
}

function textFit(head: string, title: string): number | undefined {
  if (/ed$/.test(head)) return 1;
  return title.includes(head) || (head === 'communique' && title.includes('communiqué'))
    ? 3
    : undefined;
}

/** Whose meeting it is, as far as words tell. */
export function offices(words: string): ReadonlySet<string> {
  const found = new Set<string>();
  const vice = /\bvice president/u.test(words);
  const plain = words.replace(/\bvice presidents?\b/gu, '');
  if (vice) found.add('vice president');
  if (
    /\b(?:presidents?|prime ministers?|leaders?|chancellor|premier|summit|king|crown prince)\b|首脳|総理/u.test(
      plain,
    )
  ) {
    found.add('leaders');
  }
  if (/\b(?:national security advis[eo]rs?|nsc|sullivan)\b|補佐官/u.test(plain))
    found.add('advisors');
  if (
    /\b(?:(?<!prime )ministers?|ministerial|(?<!press )secretar(?:y|ies)(?! general)|2\+2|trade ministers)\b|外相|防衛相|大臣(?!挨拶)|2プラス2/u.test(
      plain,
    )
  ) {
    found.add('ministers');
  }
  return found;
}

/**
 * How well the offices of a phrase fit those of a title, 0 to 2; undefined where they are others. *Their
 * meeting* is one of those who speak here.
 */
export function sharesOffice(
  asked: ReadonlySet<string>,
  offered: ReadonlySet<string>,
  { own, form }: Phrase,
  ours: ReadonlySet<string>,
): number | undefined {
  const wanted = asked.size ? asked : own && (form === 'meeting' || form === 'call') ? ours : asked;
  if (!wanted.size || !offered.size) return 0;
  const shared = [...wanted].filter((office) => offered.has(office)).length;
  if (!shared) return undefined;
  return shared === wanted.size && shared === offered.size ? 2 : 1;
}
