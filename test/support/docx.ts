import { strToU8, type Zippable, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What stands in the files of a Word document, inside their outermost element. */
export interface DocxParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
}

/** The files of a Word document with these parts. */
export function docxFiles({ body, ...parts }: DocxParts): Zippable {
  const files: Zippable = {
    '[Content_Types].xml': strToU8(`${head}<Types/>`),
    '_rels/.rels': strToU8(
      `${head}<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${head}<w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
  };
  for (const [name, content] of Object.entries(parts)) {
    files[`word/${name}.xml`] = strToU8(`${head}<w:${name} ${W}>${content}</w:${name}>`);
  }
  return files;
}

/** A Word document, as its bytes. */
export const docxOf = (parts: DocxParts): Uint8Array => zipSync(docxFiles(parts));

/** A paragraph of one run, with what stands in its properties. */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
