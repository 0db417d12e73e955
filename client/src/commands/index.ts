import { commands, type Disposable } from 'vscode';
import type { Position } from 'vscode-languageclient';
import type { Mentions } from '../mentions/mentions.ts';
import type { ReadingViews } from '../reading-view/reading-view.ts';
import type { Register } from '../register/register.ts';
import { annotate } from './annotate.ts';
import { showCodebook } from './codebook.ts';
import { compare } from './compare.ts';
import type { Desk } from './desk.ts';
import { exportRegister } from './export.ts';
import { goTo } from './go-to.ts';
import { importCopied, importText } from './import.ts';
import { link } from './link.ts';
import { merge } from './merge.ts';
import { beginReadout } from './new.ts';
import { nextMark, nextUnmarked, previousMark } from './next-mark.ts';
import { addNote } from './note.ts';
import { openSample } from './open-sample.ts';
import { recordSource } from './record-source.ts';
import { removeAnnotation } from './remove.ts';
import { restart } from './restart.ts';
import { revise } from './revise.ts';
import { showReferences } from './show-references.ts';
import { showThread } from './thread.ts';
import { toggleCompact } from './toggle-compact.ts';

/** The views whose commands are among those of the palette and the menus. */
export interface Views {
  readonly register: Register;
  readonly mentions: Mentions;
  readonly reading: ReadingViews;
}

export function registerCommands(desk: Desk, { register, mentions, reading }: Views): Disposable[] {
  const { client } = desk;
  const run = {
    'readout.import': (clicked?: unknown, chosen?: unknown) => importText(desk, clicked, chosen),
    'readout.importCopied': () => importCopied(desk),
    'readout.new': (clicked?: unknown) => beginReadout(desk, clicked),
    'readout.recordSource': () => recordSource(desk),
    'readout.export': () => exportRegister(desk),
    'readout.revise': () => revise(desk),
    'readout.annotate': () => annotate(desk),
    'readout.link': () => link(desk),
    'readout.note': () => addNote(desk),
    'readout.remove': () => removeAnnotation(desk),
    'readout.merge': () => merge(desk),
    'readout.nextMark': () => nextMark(desk),
    'readout.previousMark': () => previousMark(desk),
    'readout.nextUnmarked': () => nextUnmarked(desk),
    'readout.showThread': () => showThread(desk),
    'readout.compare': () => compare(desk),
    'readout.showCodebook': showCodebook,
    'readout.openReadingView': reading.open,
    'readout.groupRegister': register.group,
    'readout.filterRegister': register.filter,
    'readout.clearRegisterFilter': register.clearFilter,
    'readout.showMoreOfRegister': register.showMore,
    'readout.linkMention': mentions.link,
    'readout.markUnmarked': mentions.link,
    'readout.linkMentionsHere': (row?: unknown) => mentions.mend(row, 'link-here'),
    'readout.linkMentionsEverywhere': (row?: unknown) => mentions.mend(row, 'link-everywhere'),
    'readout.ignoreMention': (row?: unknown) => mentions.mend(row, 'ignore'),
    'readout.neverMention': (row?: unknown) => mentions.mend(row, 'never'),
    'readout.linkAllOf': mentions.linkAllOf,
    'readout.filterMentions': mentions.filter,
    'readout.clearMentionsFilter': mentions.clearFilter,
    'readout.showMoreOfMentions': mentions.showMore,
    'readout.toggleCompact': toggleCompact,
    'readout.goTo': goTo,
    'readout.showReferences': (uri: unknown, position?: Position) =>
      showReferences(desk, uri, position),
    'readout.openSample': () => openSample(desk),
    'readout.restart': () => restart(client),
    'readout.showLog': () => client.outputChannel.show(),
  };
  return Object.entries(run).map(([id, command]) => commands.registerCommand(id, command));
}
