import { l10n, window } from 'vscode';

// Without a button the editor cuts a message at the end of its first line, where what to do is said.

/** Tells the reader something, all of it. */
export const say = (words: string): void => void window.showInformationMessage(words, l10n.t('OK'));

/** Tells the reader what went wrong, all of it. */
export const complain = (words: string): void => void window.showErrorMessage(words, l10n.t('OK'));
