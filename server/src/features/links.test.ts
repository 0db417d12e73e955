import { checkLinks } from '../../../test/support/check.ts';

describe('links', () => {
  it('the source and the other version in a front matter', () =>
    checkLinks(
      `
      //- 2031-orla.readout
      They met.
      //- 2031-orla-ja.readout.md
      ---
      version-of: 2031-orla
      source: https://orla.example/press/1
      ---

      See [it](2031-orla#) at https://orla.example.
      `,
      '2031-orla → file:///c/2031-orla.readout',
      'https://orla.example/press/1 → https://orla.example/press/1',
    ));
  it('none to what a browser should not open, or what is not there', () => {
    checkLinks('---\nsource: javascript:alert(1)\nversion-of: gone\n---\n\nx\n');
    checkLinks('---\nsource: "file:///etc/passwd"\n---\n\nx\n');
    checkLinks('---\nsource: a letter\n---\n\nx\n');
  });
  it('see and single includes of a codebook', () =>
    checkLinks(
      `
      //- a b.yaml
      name: B
      //- names.yaml
      entities: {}
      //- readout.yaml
      include: [names.yaml, ./a b.yaml, more/*.yaml, gone.yaml]
      entities:
        orla: { kind: place, see: "https://orla.example" }
        tarn: { kind: place, see: nowhere }
      `,
      'names.yaml → file:///c/names.yaml',
      './a b.yaml → file:///c/a%20b.yaml',
      'https://orla.example → https://orla.example',
    ));
});
