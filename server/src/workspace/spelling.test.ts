import assert from 'node:assert/strict';
import { URI } from 'vscode-uri';
import { canonical, composed } from './spelling.ts';

describe('spelling', () => {
  it('is the same for composed and decomposed letters', () => {
    const uri = (name: string) => URI.file(`/c/${name}`).toString();
    assert.equal(composed(uri('é.readout'.normalize('NFD'))), uri('é.readout'.normalize('NFC')));
    assert.equal(composed(uri('が.readout'.normalize('NFD'))), uri('が.readout'.normalize('NFC')));
    for (const same of [uri('é.readout'), uri('a b.readout'), 'untitled:Untitled-1', 'x:%%%']) {
      assert.equal(composed(same), same);
    }
  });

  it('is one for what clients escape in other ways, and never fails', () => {
    assert.equal(canonical('file:///C:/a b.readout'), 'file:///c%3A/a%20b.readout');
    for (const strange of ['file:///\ud83d.readout', 'x:////y', '']) {
      assert.equal(typeof canonical(strange), 'string');
    }
    assert.equal(canonical('file:///\ud83d.readout'), 'file:///\ud83d.readout');
  });
});
