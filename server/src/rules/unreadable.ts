import type { Severity } from '../core/codebook/codebook.ts';
import { t } from '../core/language.ts';
import type { DocumentRule, Message } from './rule.ts';

/** Why a file or folder was not read. */
export type Unreadable =
  | 'not-utf-8'
  | 'name-not-utf-8'
  | 'too-large'
  | 'no-permission'
  | 'link'
  | 'failed';

const why = (): string =>
  t`What is in it is missing wherever the collection is searched, counted or linked.`;

const messages: Readonly<Record<Unreadable, () => Message>> = {
  'not-utf-8': () => ({
    what: t`This file is no text in UTF-8, so it was not read.`,
    why: why(),
    advice: t`Save it again with the encoding UTF-8; if it is a picture or a Word file, give it another ending.`,
  }),
  'name-not-utf-8': () => ({
    what: t`The name of this file or folder is not written in UTF-8, so it could not be opened.`,
    why: why(),
    advice: t`Give it another name; archives packed on an older Windows often leave such names.`,
  }),
  'too-large': () => ({
    what: t`This file is larger than 16 MB, so it was not read.`,
    why: why(),
    advice: t`A readout has a few pages: divide the file, or take it out of the folder.`,
  }),
  'no-permission': () => ({
    what: t`You are not allowed to read this file or folder.`,
    why: why(),
    advice: t`Ask whoever keeps the folder for the right to read it.`,
  }),
  link: () => ({
    what: t`This is a link to another place, and links are not followed.`,
    why: t`A folder that leads back to itself would never be read to its end.`,
    advice: t`Put the files themselves here, or open the folder that the link leads to.`,
  }),
  failed: () => ({
    what: t`This file or folder could not be read.`,
    why: why(),
    advice: t`See whether it is still there, opens in the editor, and its drive is connected; then try again.`,
  }),
};

/** Whatever a host could not read: the hosts find it, its words are here. */
export const unreadable: DocumentRule = {
  subject: 'readout',
  code: 'unreadable',
  level: 'error',
  docs: {
    title: 'A file could not be read',
    about:
      'The file or folder belongs to the collection, but nothing in it could be read: it or its name is not written in UTF-8 (old Windows files often are not), it is larger than 16 MB, you have no right to read it, or the drive did not answer. It is left exactly as it is. As long as it cannot be read, its marks are missing from the register, and references to them lead nowhere. Links to other folders are not followed, so that no folder is read twice or without end; that is told as information.',
    mend: 'In the editor, choose *Reopen with Encoding*, check that the text looks right, then *Save with Encoding* → UTF-8. Divide files that are too large; ask for the right to read what is closed to you.',
  },
  examples: { good: ['The Ministers met in Orla.\n'], bad: [] },
  check: () => [],
};

/** The finding of a file or folder that was not read; its place is the file's start. */
export const unreadableFinding = (
  reason: Unreadable,
): {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
} => ({
  code: unreadable.code,
  severity: reason === 'link' ? 'information' : 'error',
  message: messages[reason](),
});
