import type { Connection } from 'vscode-languageserver';
import { type ReadBlock, type ReadMark, readingOf } from '../features/reading-view/reading.ts';
import type { Lines } from '../workspace/lines.ts';
import { pacing } from '../workspace/pacing.ts';
import type { Desk } from './desk.ts';
import type { ReadingBlock, ReadingCard, ReadingMark, ReadingShown } from './reading-shown.ts';
import type { UriParams } from './uri-params.ts';

/** A document as it is read, for the reading view of our own client. */
export function registerReading(connection: Connection, desk: Desk): void {
  connection.onRequest(
    'readout/reading',
    desk.answer(
      'readout/reading',
      async ({ uri }: UriParams, token): Promise<ReadingShown | null> => {
        const sheet = desk.sheet(uri);
        const reading = sheet && readingOf(sheet.snapshot, sheet.uri);
        if (!reading) return null;
        const { title, lang, date, place, issuer, parties, series } = reading;
        const pause = pacing(desk.pause);
        const blocks: ReadingBlock[] = [];
        for (const block of reading.blocks) {
          blocks.push(shownBlock(block, sheet.lines));
          await pause();
          if (token.isCancellationRequested) return null;
        }
        return {
          title,
          ...(lang && { lang }),
          ...(date && { date }),
          ...(place && { place }),
          ...(issuer && { issuer }),
          parties,
          ...(series && { series }),
          blocks,
        };
      },
    ),
  );
}

const shownBlock = (block: ReadBlock, lines: Lines): ReadingBlock => ({
  range: lines.range(block.span),
  is: block.is,
  level: block.level,
  pieces: block.pieces,
  marks: block.marks.map((mark) => shownMark(mark, lines)),
  references: block.references.map(({ means }) => ({ means })),
  notes: block.notes.map(({ span, words }) => ({ range: lines.range(span), words })),
});

function shownMark({ span, kind, color, id, card }: ReadMark, lines: Lines): ReadingMark {
  return {
    range: lines.range(span),
    kind,
    ...(color && { color }),
    ...(id && { id }),
    ...(card && { card: shownCard(card) }),
  };
}

const shownCard = ({
  name,
  verb,
  force,
  due,
  ...card
}: NonNullable<ReadMark['card']>): ReadingCard => ({
  ...card,
  ...(name && { name }),
  ...(verb && { verb }),
  ...(force && { force }),
  ...(due && { due }),
});
