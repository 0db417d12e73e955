import { strToU8, type Zippable, zipSync } from 'fflate';

const spaces = ['office', 'text', 'style', 'table', 'draw', 'svg', 'loext']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** What stands in the files of an OpenDocument text, inside the elements that hold it. */
export interface OdtParts {
  readonly body: string;
  /** Styles of this document alone. */
  readonly automatic?: string;
  /** Styles with names. */
  readonly styles?: string;
  readonly manifest?: string;
  readonly type?: string;
}

/** The files of an OpenDocument text with these parts. */
export function odtFiles({
  body,
  automatic = '',
  styles = '',
  manifest = '',
  type = 'text',
}: OdtParts): Zippable {
  const file = (name: string, content: string) =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>\n<office:${name} ${spaces}>${content}</office:${name}>`,
    );
  return {
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${type}`), { level: 0 }],
    'META-INF/manifest.xml': file('manifest', manifest),
    'styles.xml': file('document-styles', `<office:styles>${styles}</office:styles>`),
    'content.xml': file(
      'document-content',
      `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
    ),
  };
}

/** An OpenDocument text, as its bytes. */
export const odtOf = (parts: OdtParts): Uint8Array => zipSync(odtFiles(parts));
