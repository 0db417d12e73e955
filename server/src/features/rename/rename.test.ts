import { describe, it } from 'mocha';
import {
  checkPrepare,
  checkRename,
  checkRenameRefused,
} from '../../../../test/support/check-renaming.ts';
import { dedent } from '../../../../test/support/fixture.ts';

const book = dedent(`
  //- readout.yaml
  entities:
    orla: { kind: place, name: Orla }
    ardenia: { kind: actor, name: Ardenia }
  kinds: { pledge: { means: A promise, registered: true } }
  relations: { limits: { inverse: limited by, from: [pledge], to: [pledge, commitment] } }
  series: { talks: { names: [Talks] } }
`);

const withBook = (words: string): string => `\n//- a.readout.md\n${words}\n${book}`;

describe('renaming a mark', () => {
  const texts = (cursor: { at?: string } = {}) => {
    const mark = (place: string) => (cursor.at === place ? '$0' : '');
    return `
      //- a.readout.md
      ---
      ignore: { no-due: ['port', '#port'] }
      ---

      They [will open${mark('words')} it]{#po${mark('id')}rt .commitment}, [and more]{continues=po${mark('continues')}rt}.
      ^[See [there](#po${mark('link')}rt) and [all](a#port).]
      //- b.readout.md
      ---
      ignore: { unresolved: ["a#port", port] }
      ---

      [They again]{#port .commitment reaffirms="a#po${mark('relation')}rt b#port"} [it](a#port) [own](#port)
    `;
  };
  const after = `
      //- a.readout.md
      ---
      ignore: { no-due: ['harbour', '#harbour'] }
      ---

      They [will open it]{#harbour .commitment}, [and more]{continues=harbour}.
      ^[See [there](#harbour) and [all](a#harbour).]
      //- b.readout.md
      ---
      ignore: { unresolved: ["a#harbour", port] }
      ---

      [They again]{#port .commitment reaffirms="a#harbour b#port"} [it](a#harbour) [own](#port)
    `;
  for (const at of ['words', 'id', 'continues', 'link', 'relation']) {
    it(`from its ${at} changes every place where it is written`, () => {
      checkRename(texts({ at }), ' #harbour ', after);
      checkPrepare(texts({ at }), 'port');
    });
  }

  it('of a document without a key stays in it', () => {
    checkRename(
      '//- a b.readout.md\n[x]{#o$0ne .place} [y](#one)\n//- c.readout.md\n[z]{#one .place}\n',
      'two',
      '//- a%20b.readout.md\n[x]{#two .place} [y](#two)\n//- c.readout.md\n[z]{#one .place}\n',
    );
  });

  it('takes the first of equal ids, to which the references lead', () => {
    checkRename(
      '[x]{#o$0ne .place} [y]{#one .event} [z](#one)\n',
      'two',
      '//- a.readout.md\n[x]{#two .place} [y]{#one .event} [z](#two)\n',
    );
    checkPrepare('[x]{#one .place} [y]{#o$0ne .event}', {
      refused: 'Another mark of this document has this id already. Mend that first.',
    });
  });

  it('keeps line ends, quotes and everything else', () => {
    checkRename(
      '[x]{ #o$0ne\r\n.place }\r\n\r\n[y]{.place  cites = "#one"} [z]{.place cites="#one  #one"}\r',
      'two',
      '//- a.readout.md\n[x]{ #two\r\n.place }\r\n\r\n[y]{.place  cites = "#one"} [z]{.place cites="#two  #two"}\r',
    );
  });

  it('is refused where the name is taken, with the owner named', () => {
    const source = withBook('[the port]{#po$0rt .place} [the pier]{#pier .place} [all](#pier)');
    checkRenameRefused(source, 'pier', '“pier” is the mark “the pier” of a already.');
    checkRenameRefused(source, 'orla', '“orla” is “Orla” in the codebook already.');
  });

  it('is refused where the name can be none, with the rule', () => {
    checkRenameRefused('[x]{#o$0ne .place}', '2nd', 'begin with a letter');
    checkRenameRefused('[x]{#o$0ne .place}', 'a b', 'use only A–Z, a–z, 0–9');
    checkRenameRefused('[x]{#o$0ne .place}', '', 'can be no id');
    checkRenameRefused('[x]{#o$0ne .place}', '協力', 'can be no id');
  });

  it('leaves ignored words that mean names in the text', () => {
    const text = (id: string, cursor = '') => `
      //- a.readout.md
      ---
      ignore: { unlinked-mention: [port], no-due: [${id}] }
      ---

      The port is [open]{#${id}${cursor} .place}.
    `;
    checkRename(text('port', '$0'), 'pier', text('pier'));
  });

  it('of the same name changes nothing', () => {
    checkRename('[x]{#o$0ne .place}\n', 'one', '//- a.readout.md\n[x]{#one .place}\n');
  });

  it('needs an id, and something that is there', () => {
    checkPrepare('[x$0]{.place}', {
      refused: 'This mark has no id yet. Write one into its braces, such as “#port”.',
    });
    checkPrepare('[x](#no$0ne)', {
      refused: 'Nothing is called “none”, so there is nothing to rename.',
    });
    checkPrepare('[x](b#no$0ne)', {
      refused: 'There is no mark “b#none”, so there is nothing to rename.',
    });
    checkPrepare('Plain$0 words.', undefined);
    checkRenameRefused('Plain$0 words.', 'x', 'Nothing is named here.');
    checkPrepare('[x]{.place b$0y=y}', {
      refused: '“by” is built in: every collection calls it so.',
    });
  });
});

describe('renaming an entity', () => {
  const source = (cursor: string) => `
      //- a.readout.md
      ---
      parties: [ardenia, orla]
      issuer: ${cursor === 'front' ? 'ard$0enia' : 'ardenia'}
      terms: { the hosts: [ardenia] }
      ---

      [It]{.commitment by="${cursor === 'by' ? 'ard$0enia' : 'ardenia'} orla"} of [Ardenia](#ardenia).
      //- b.readout.md
      [ardenia]{#b .place cites="#ardenia"}
      //- readout.yaml
      entities:
        ${cursor === 'book' ? 'ard$0enia' : 'ardenia'}: { kind: actor, name: ardenia }
    `;
  const after = `
      //- a.readout.md
      ---
      parties: [republic, orla]
      issuer: republic
      terms: { the hosts: [republic] }
      ---

      [It]{.commitment by="republic orla"} of [Ardenia](#republic).
      //- b.readout.md
      [ardenia]{#b .place cites="#republic"}
      //- readout.yaml
      entities:
        republic: { kind: actor, name: ardenia }
    `;
  for (const cursor of ['front', 'by', 'book']) {
    it(`from the ${cursor} changes its id and not its name`, () => {
      checkRename(source(cursor), 'republic', after);
    });
  }

  it('keeps it from being linked where it is not to be, and leaves words', () => {
    const files = (id: string, cursor = '') => `
      //- a.readout.md
      ---
      ignore: { unlinked-mention: [${id}], no-due: [belmark] }
      ---

      The tanker Belmark left.
      //- b.readout.md
      ---
      ignore: { unlinked-mention: [belmark] }
      ---

      The tanker belmark left.
      //- readout.yaml
      entities:
        "${id}${cursor}": { kind: actor, name: Belmark }
    `;
    checkRename(files('belmark', '$0'), 'kingdom', files('kingdom'));
  });

  it('leaves what is ignored of a missing document with its name', () => {
    const files = (id: string, cursor = '') => `
      //- a.readout.md
      ---
      parties: [${id}]
      version-of: belmark
      ignore: { unresolved: [belmark], no-due: [${id}] }
      ---
      //- readout.yaml
      entities:
        "${id}${cursor}": { kind: actor, name: Belmark }
    `;
    checkRename(files('belmark', '$0'), 'kingdom', files('kingdom'));
  });

  it('is refused where a mark of any document has the id, or another entity', () => {
    checkRenameRefused(source('by'), 'b', '“b” is the mark “ardenia” of b already.');
    checkRenameRefused(withBook('[x](#or$0la)'), 'ardenia', '“Ardenia”');
  });
});

describe('renaming a document', () => {
  const files = (cursor: string) => `
      //- in/old.readout
      [x]{#m .place} [y](#m) [z](old#m)
      //- b.readout.md
      ---
      version-of: ${cursor === 'front' ? 'o$0ld' : 'old'}
      ignore: { unresolved: ['old#', old] }
      ---

      [whole](${cursor === 'link' ? 'o$0ld' : 'old'}#) [part](old#m) [old]{#old .place cites="old#m b#old"}
    `;
  const after = `
      //- in/new-1.readout
      [x]{#m .place} [y](#m) [z](new-1#m)
      //- b.readout.md
      ---
      version-of: new-1
      ignore: { unresolved: ['new-1#', old] }
      ---

      [whole](new-1#) [part](new-1#m) [old]{#old .place cites="new-1#m b#old"}
    `;
  for (const cursor of ['front', 'link']) {
    it(`from the ${cursor} changes its key everywhere, and its file`, () => {
      checkRename(files(cursor), 'new-1.readout.md', after);
      checkPrepare(files(cursor), 'old');
    });
  }

  it('is refused where another document has the key, whatever its case', () => {
    checkRenameRefused(files('link'), 'B', 'The key “B” belongs to ../b.readout.md already.');
    checkRenameRefused(files('link'), 'a b', 'can be no name of a document');
    checkRenameRefused(files('link'), 'new.pdf', 'do not end like a web page');
    checkRename(
      '//- old.readout.md\nX.\n//- b.readout.md\n[y](o$0ld#)\n',
      'Old',
      '//- Old.readout.md\nX.\n//- b.readout.md\n[y](Old#)\n',
    );
  });
});

describe('renaming in the codebook', () => {
  it('changes a kind in every mark, in entities and in relations', () => {
    checkRename(
      `
      //- a.readout.md
      [x]{#m .ple$0dge} [y]{.pledge} [z]{.commitment limits="#m"} .pledge [b]{.place}
      //- readout.yaml
      entities: { p: { kind: pledge, name: pledge } }
      kinds: { pledge: { means: A pledge, registered: true } }
      relations: { limits: { inverse: limited by, from: [pledge], to: [pledge, commitment] } }
      `,
      '.vow',
      `
      //- a.readout.md
      [x]{#m .vow} [y]{.vow} [z]{.commitment limits="#m"} .pledge [b]{.place}
      //- readout.yaml
      entities: { p: { kind: vow, name: pledge } }
      kinds: { vow: { means: A pledge, registered: true } }
      relations: { limits: { inverse: limited by, from: [vow], to: [vow, commitment] } }
      `,
    );
  });

  it('changes a relation in every mark', () => {
    checkRename(
      `
      //- a.readout.md
      [x]{#m .place limits="#m"} [y]{.place limits="soon"} limits="#m"
      //- readout.yaml
      relations: { lim$0its: { inverse: limited by } }
      `,
      'bounds',
      `
      //- a.readout.md
      [x]{#m .place bounds="#m"} [y]{.place bounds="soon"} limits="#m"
      //- readout.yaml
      relations: { bounds: { inverse: limited by } }
      `,
    );
  });

  it('changes a series in every front matter', () => {
    checkRename(
      `
      //- a.readout.md
      ---
      series: "ta$0lks"
      ---
      talks
      //- readout.yaml
      series: { talks: { names: [talks] } }
      `,
      'council',
      `
      //- a.readout.md
      ---
      series: "council"
      ---
      talks
      //- readout.yaml
      series: { council: { names: [talks] } }
      `,
    );
  });

  it('leaves what is built in, and names that are taken', () => {
    checkPrepare('[x]{.pla$0ce}', {
      refused: '“place” is built in: every collection calls it so.',
    });
    checkPrepare('[x]{.place rea$0ffirms="#m"}', {
      refused: '“reaffirms” is built in: every collection calls it so.',
    });
    checkRenameRefused(withBook('[x]{.ple$0dge}'), 'place', 'There is a kind “place” already.');
    checkRenameRefused(withBook('[x]{.ple$0dge}'), 'Pledge', 'can name no kind');
    checkRenameRefused(withBook('[x]{.pledge lim$0its="#m"}'), 'by', 'has a meaning of its own');
    checkRenameRefused(withBook('[x]{.pledge lim$0its="#m"}'), 'cites', 'a relation “cites”');
    checkRenameRefused(withBook('[x]{.ple$0dged}'), 'vow', 'The codebook has no kind “pledged”.');
  });
});
