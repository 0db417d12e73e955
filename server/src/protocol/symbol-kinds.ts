import { SymbolKind } from 'vscode-languageserver';

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

export const symbolKindOf = (kind: string): SymbolKind =>
  (Object.hasOwn(icons, kind) ? icons[kind] : undefined) ?? SymbolKind.Key;
