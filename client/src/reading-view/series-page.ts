import { l10n } from 'vscode';
import type { DriftShown, MemberShown, TakenShown } from '../../../server/src/protocol/requests.ts';
import type { SeriesDocument, SeriesGroup, SeriesItem, SeriesPage } from './messages.ts';
import { dateOf, kindLook } from './text-page.ts';
import { placeOf } from './thread-page.ts';

/** A series as the page draws it, with the document that is read, or the one of its day. */
export function seriesPage(
  name: string,
  drifts: readonly DriftShown[],
  isOwn: (uri: string) => boolean,
  date: string | undefined,
): SeriesPage {
  const own = drifts.findIndex(({ uri }) => isOwn(uri));
  // Another version of a text of the series is not counted; it was issued with the one that is.
  const sameDay = drifts.findLastIndex((one) => date !== undefined && one.date <= date);
  return {
    title: name,
    columns: [
      l10n.t('Text'),
      l10n.t('Carried'),
      l10n.t('Reworded'),
      l10n.t('New'),
      l10n.t('Dropped'),
    ],
    documents: drifts.map(seriesDocument),
    own: own >= 0 ? own : sameDay >= 0 ? sameDay : drifts.length - 1,
  };
}

const seriesDocument = (drift: DriftShown): SeriesDocument => ({
  date: dateOf(drift.date),
  title: drift.title,
  lang: drift.lang ?? '',
  groups: groupsOf(drift),
});

const groupsOf = ({ carried, reworded, fresh, dropped }: DriftShown): SeriesGroup[] => [
  {
    title: l10n.t('Carried'),
    means: l10n.t('said before in the series, in the same words'),
    empty: l10n.t('Nothing was said again in the same words.'),
    items: carried.map(takenItem),
  },
  {
    title: l10n.t('Reworded'),
    means: l10n.t('said before, in other words'),
    empty: l10n.t('Nothing was said again in other words.'),
    items: reworded.map(takenItem),
  },
  {
    title: l10n.t('New'),
    means: l10n.t('goes back to nothing in the series'),
    empty: l10n.t('Nothing is new.'),
    items: fresh.map(plainItem),
  },
  {
    title: l10n.t('Dropped'),
    means: l10n.t('stood in the text before, and nothing here speaks of it'),
    empty: l10n.t('Nothing was dropped.'),
    items: dropped.map(plainItem),
  },
];

function takenItem({ member, from, words, changes }: TakenShown): SeriesItem {
  const since = l10n.t('since {0}', dateOf(from.date));
  return {
    ...plainItem(member),
    ...{ runs: words, langBefore: from.lang ?? '', changes: [...changes, since] },
  };
}

const plainItem = (member: MemberShown): SeriesItem => ({
  place: placeOf(member),
  ...kindLook(member),
  runs: [{ is: 'same', text: member.words }],
  ...{ lang: member.lang ?? '', langBefore: '' },
  changes: [],
});
