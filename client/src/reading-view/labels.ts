import { l10n } from 'vscode';
import type { Labels } from './messages.ts';

/** What stands on the page whatever the text is. */
export const labelsFor = (uri: string): Labels => ({
  uri,
  parts: l10n.t('Parts of the reading view'),
  text: l10n.t('Text'),
  series: l10n.t('Series'),
  thread: l10n.t('Thread'),
  showThread: l10n.t('Thread'),
  back: l10n.t('Back to the text'),
  save: l10n.t('Save to Print…'),
  beside: l10n.t('Beside these words'),
  notes: l10n.t('Note {0}'),
  removed: l10n.t('removed:'),
  added: l10n.t('added:'),
});
