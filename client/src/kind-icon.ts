import { ThemeColor, ThemeIcon } from 'vscode';
import { type Kinded, kindColor } from './draw/kind-color.ts';

/** Marks have the icons that the outline has for them, entities those of what they are. */
const icons: Readonly<Record<string, string>> = {
  commitment: 'symbol-method',
  position: 'symbol-field',
  request: 'symbol-function',
  actor: 'organization',
  place: 'location',
  instrument: 'law',
  event: 'calendar',
  concept: 'lightbulb',
};

/** The icon of a mark or an entity by its kind, in the colour of the kind. */
export const kindIcon = (one: Kinded): ThemeIcon =>
  new ThemeIcon(
    Object.hasOwn(icons, one.kind) ? (icons[one.kind] as string) : 'symbol-key',
    new ThemeColor(kindColor(one)),
  );
