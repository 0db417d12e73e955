import { SymbolKind } from 'vscode-languageserver';
import { lookup } from '../core/lookup.ts';

/** The icon a kind of mark or entity gets in lists; editors have no others. */
const icons: Readonly<Record<string, SymbolKind>> = {
  commitment: SymbolKind.Method,
  position: SymbolKind.Field,
  request: SymbolKind.Function,
  evidence: SymbolKind.Boolean,
  actor: SymbolKind.Class,
  place: SymbolKind.Namespace,
  instrument: SymbolKind.Interface,
  event: SymbolKind.Event,
  concept: SymbolKind.Constant,
  deadline: SymbolKind.Number,
  condition: SymbolKind.Operator,
  target: SymbolKind.EnumMember,
};

export const symbolKindOf = (kind: string): SymbolKind => lookup(icons, kind) ?? SymbolKind.Key;
