import assert from 'node:assert/strict';
import { checkHover } from '../../../../test/support/check.ts';
import { rules } from '../../rules/index.ts';
import { goToAddress } from './parts.ts';

const book = `
      //- readout.yaml
      entities:
        belmark: { kind: actor, name: Belmark }
        corvia: { kind: actor, name: Corvia }
        marrow: { kind: actor, name: Adele Marrow }
        plan: { kind: instrument, name: Cable Plan }
        orla: { kind: place, name: Orla }`;

describe('hover on a mark', () => {
  it('says who is bound, how firmly, by when, on what condition', () =>
    checkHover(
      `${book}
      //- a.readout.md
      ---
      parties: [belmark, corvia]
      ---

      They affirmed that they [will l$0ay it under the [plan](#plan) [by June]{.deadline due=2032-06} [if they can]{.condition}]{#cable .commitment if="at all" says=marrow}.
      `,
      `
      **Commitment** \`#cable\`

      Bound: Belmark, Corvia (parties) ↵
      Says: Adele Marrow ↵
      Verb: **affirm** (stance, rung 7 of 8) · force: **will** (commissive, rung 6 of 10) ↵
      Due: June 2032, “by June” ↵
      Condition: “at all”, “if they can” ↵
      ✓ actor · ✓ deliverable · ✓ timeframe · ✓ force

      Status: **standing**
      `,
    ));
  it('names what is missing', () =>
    checkHover(
      'They [may con$0sider it]{.commitment}.',
      `
      **Commitment**

      Bound: nobody is named ↵
      Verb: **consider** (commissive, rung 1 of 10) ↵
      ✗ actor · ? deliverable · ✗ timeframe · ✗ force ↵
      Missing: an actor (by= here, or parties in the front matter); a time (due=, or words marked as .deadline); more force: consider lies below the commitment line (plan)

      Status: **standing**
      `,
    ));
  it('without a verb, with a time left open', () =>
    checkHover(
      'The [ca$0ble to a [place](#orla)]{.commitment due=open}.',
      `
      **Commitment**

      Bound: nobody is named ↵
      Due: left open by the text ↵
      ✗ actor · ? deliverable · ✗ timeframe · ✗ force ↵
      Missing: an actor (by= here, or parties in the front matter); a time (the text leaves it open); a verb that promises (or verb= here)

      Status: **standing**
      `,
    ));
  it('with a verb that promises nothing and a target', () =>
    checkHover(
      'They [welcomed$0 [two boats]{.target} in [2031]{.deadline}]{.commitment by=fleet}.',
      `
      **Commitment**

      Bound: fleet ↵
      Verb: **welcome** (stance, rung 4 of 8) ↵
      Due: “2031” ↵
      ✓ actor · ✓ deliverable · ✓ timeframe · ? force ↵
      Missing: a verb that promises (welcome is a verb of taking a view)

      Status: **standing**
      `,
    ));
  it('binds those for whom a term stands in the sentence', () =>
    checkHover(
      `${book}
      //- a.readout.md
      ---
      parties: [belmark, corvia]
      terms: { the Minister: [marrow], Minister: [corvia], the ministerial board: [belmark] }
      ---

      The ministerial board met. The Minister [stressed$0 trade for the ministerial board]{.position to="corvia belmark"}.
      `,
      `
      **Position**

      By: Adele Marrow (“the Minister”) ↵
      To: Corvia, Belmark ↵
      Verb: **stress** (stance, rung 6 of 8)

      Status: **standing**
      `,
    ));
  it('or in its own words, in a script without spaces too', () =>
    checkHover(
      `${book}
      //- a.readout.md
      ---
      terms: { 両大臣: [marrow] }
      ---

      [両大臣は計画を確認$0した]{.position}。
      `,
      `
      **Position**

      By: Adele Marrow (“両大臣”) ↵
      Verb: **確認する** (stance, rung 7 of 8)

      Status: **standing**
      `,
    ));
  it('tells what is other than in what it says again, the days as it says its own', () =>
    checkHover(
      `
      //- a.readout.md
      ---
      title: First
      date: 2030-01-02
      ---

      They [will open it]{#m .commitment due=2031-06-30}.
      //- b.readout.md
      They [intend to op$0en it]{.commitment due=2032-01 weakens="a#m"}.
      `,
      `
      **Commitment**

      Bound: nobody is named ↵
      Verb: **intend** (commissive, rung 3 of 10) ↵
      Due: January 2032 ↵
      ✗ actor · ? deliverable · ✓ timeframe · ✓ force ↵
      Missing: an actor (by= here, or parties in the front matter)

      Status: **standing**

      - Weakens 2 January 2030 · First: “will open it” (now intend instead of will (weaker); due January 2032 instead of 30 June 2031)
      `,
    ));
  it('leaves the days of its parts to them', () =>
    checkHover(
      '[will op$0en it [by June]{.deadline} and [the rest [by May]{.deadline}]{.commitment due=2033-05}]{.position due=2032-06}',
      `
      **Position**

      By: nobody is named ↵
      Verb: **will** (commissive, rung 6 of 10) ↵
      Due: June 2032, “by June”

      Status: **standing**
      `,
    ));
  it('speaks of its fragments as one', () =>
    checkHover(
      'They [will lay]{#lay .position} (they said) [the ca$0ble]{continues=lay}.',
      `
      **Position** \`#lay\`

      “will lay … the cable”

      By: nobody is named ↵
      Verb: **will** (commissive, rung 6 of 10)

      Status: **standing**
      `,
    ));
  it('binds nobody by a position, but tells whose it is', () =>
    checkHover(
      `${book}
      //- a.readout.md
      ---
      parties: [belmark, corvia]
      ---

      Corvia [oppo$0sed [any change]{.condition}]{.position says=corvia if="any  change"}.
      `,
      `
      **Position**

      By: Corvia ↵
      Verb: **oppose** (stance, rung 5 of 8) ↵
      Condition: “any change”

      Status: **standing**
      `,
    ));
  it('an unknown kind, and none', () => {
    checkHover('[a$0]{.pledge}', '**Pledge** (no such kind)');
    checkHover('[a$0]{#a}', '**Mark without a kind** `#a`');
  });
  it('of evidence: its score and what it goes back to', () =>
    checkHover(
      `
      //- a.readout.md
      ---
      title: Orla Statement
      date: 2031-04-02
      ---

      They [will act]{#act .commitment}.
      //- b.readout.md
      It [was don$0e]{.evidence fulfils="a#act b#no" score=+1 cites="a# #orla" by=belmark}.
      `,
      `
      **Evidence**

      By: belmark ↵
      Score: \\+1 (kept in full)

      - Fulfils 2 April 2031 · Orla Statement: “will act”
      - Fulfils \`b#no\` (not found)
      - Cites 2 April 2031 · Orla Statement
      - and 1 more
      `,
    ));
});

describe('hover: the status of a mark', () => {
  const status = (later: string, wanted: string, asOf?: string) =>
    checkHover(
      `${book}
      //- a.readout.md
      They [will ac$0t]{#act .position due=2033}.
      //- b.readout.md
      ---
      title: Linden Statement
      date: 2032-05-03
      ---

      ${later}
      `,
      `
      **Position** \`#act\`

      By: nobody is named ↵
      Verb: **will** (commissive, rung 6 of 10) ↵
      Due: 2033

      ${wanted.replace(/\n/g, '\n      ')}
      `,
      { asOf },
    );
  it('superseded comes before breached', () =>
    status(
      '[a]{.position supersedes="a#act"} [b]{.evidence breaches="a#act"}',
      `Status: **superseded** by 3 May 2032 · Linden Statement

Breached by: 1 · superseded by: 1

- 3 May 2032 · Linden Statement: breached by “b”
- 3 May 2032 · Linden Statement: superseded by “a”`,
    ));
  it('breached comes before fulfilled', () =>
    status(
      '[b]{.evidence breaches="a#act"} [c]{.evidence fulfils="a#act"}',
      `Status: **breached** by 3 May 2032 · Linden Statement

Breached by: 1 · fulfilled by: 1

- 3 May 2032 · Linden Statement: fulfilled by “c”
- 3 May 2032 · Linden Statement: breached by “b”`,
    ));
  it('fulfilled, with the scores of each actor', () =>
    status(
      '[c]{.evidence fulfils="a#act" score=+1 by="belmark corvia"} [d]{.evidence fulfils="a#act" score=0 by=corvia} [e]{.evidence fulfils="a#act" score=-1}',
      `Status: **fulfilled** by 3 May 2032 · Linden Statement and 2 more (\\-1, Corvia 0, Belmark \\+1)

Fulfilled by: 3

- 3 May 2032 · Linden Statement: fulfilled by “e”
- 3 May 2032 · Linden Statement: fulfilled by “d”
- 3 May 2032 · Linden Statement: fulfilled by “c”`,
      '2034-01-01',
    ));
  it('not fulfilled by evidence that it was not kept', () =>
    status(
      '[c]{.evidence fulfils="a#act" score=-1}',
      `Status: **standing**, although evidence says that it is not kept (\\-1)

Fulfilled by: 1

- 3 May 2032 · Linden Statement: fulfilled by “c”`,
    ));
  it('overdue the day after its last day', () =>
    status('', 'Status: **overdue**: it was due by 31 December 2033', '2034-01-01'));
  it('not before', () => status('', 'Status: **standing**', '2033-12-31'));
});

describe('hover: what refers to a mark', () => {
  it('counts, and the three latest, relations first', () =>
    checkHover(
      `
      //- a.readout.md
      They [will ac$0t]{#act .deadline} as [said](#act) and [said again](#act).
      //- b.readout.md
      ---
      date: 2032-05-03
      title: The Linden Statement, which has so very long a title that nobody reads all of it
      ---

      [still will]{.commitment reaffirms="a#act" parallels="a#act"}
      //- c.readout.md
      ---
      date: 2033-05-03
      ---

      A sentence. One with a [link](a#act) in it. Another.
      `,
      `
      **Deadline** \`#act\`

      Words that give a time. Inside a registered mark they fill its due date.

      Parallels: 1 · reaffirmed by: 1 · linked 3 times

      - 3 May 2032 · The Linden Statement, which has so very long a title that…: parallels “still will”
      - 3 May 2032 · The Linden Statement, which has so very long a title that…: reaffirmed by “still will”
      - 3 May 2033 · c: “One with a **link** in it.”
      `,
    ));
});

describe('hover: a reference in a note', () => {
  it('is told with the note', () =>
    checkHover(
      `
      //- a.readout.md
      They [act]{#act$0 .pledge}.
      //- b.readout.md
      They met.^[This goes back to [an earlier text](a#act), it seems.]
      `,
      `
      **Pledge** (no such kind) \`#act\`

      Linked 1 time

      - b: in a note, “This goes back to an earlier text, it seems.”
      `,
    ));
});

describe('hover on a reference', () => {
  it('to a mark of another document: the same, with its sentence', () =>
    checkHover(
      `${book}
      //- a.readout.md
      ---
      title: Orla Statement
      date: 2031-04-02
      parties: [belmark]
      ---

      They met. They^[all] said that they [will *a\\[c\\]t*]{#act .position} at once. They parted.
      //- b.readout.md
      As [sa$0id](a#act).
          ^^^^^^
      `,
      `
      **Position** \`#act\` · 2 April 2031 · Orla Statement

      “They said that they **will \\*a\\[c\\]t\\*** at once.”

      By: Belmark (parties) ↵
      Verb: **will** (commissive, rung 6 of 10)

      Status: **standing**

      Linked 1 time

      - b: “As **said**.”
      `,
    ));
  it('to a mark in parts', () =>
    checkHover(
      `
      //- a.readout.md
      They [will]{#act .place}

      [act]{continues=act} now.
      //- b.readout.md
      See [it](a#act$0).
      `,
      `
      **Place** \`#act\` · a

      “They **will**”

      “will … act”

      A place that is named.

      Linked 1 time

      - b: “See **it**.”
      `,
    ));
  it('to a mark whose sentence goes over lines', () =>
    checkHover(
      `
      //- a.readout.md
      They met.

      They parted and
      said again that [the
      depot]{#depot .place} at
      Orla is closed.

      They left.
      //- b.readout.md
      See [it](a#depot$0).
      `,
      `
      **Place** \`#depot\` · a

      “They parted and said again that **the depot** at Orla is closed.”

      A place that is named.

      Linked 1 time

      - b: “See **it**.”
      `,
    ));
  it('to a document', () =>
    checkHover(
      `${book}
      //- a.readout.md
      ---
      title: Orla Statement
      date: 2031-04-02/2031-04-03
      place: orla
      issuer: Ministry of *Cables*
      parties: [belmark, corvia]
      participants: [marrow]
      series: annual
      source: https://www.example.org/a
      coding: draft
      ---

      [a]{.place} [b]{.place} [c]{.actor}
      //- b.readout.md
      As in [Or$0la](a#).
      `,
      `
      **Orla Statement** \`a#\`

      2 April 2031 – 3 April 2031 · Orla ↵
      Issued by: Ministry of \\*Cables\\* ↵
      Parties: Belmark, Corvia ↵
      Participants: Adele Marrow ↵
      Series: annual ↵
      Source: [https\\://www\\.example.org/a](<https://www.example.org/a>) ↵
      Its annotation is a draft.

      2 places · 1 actor ↵
      Linked 1 time

      - b: “As in **Orla**.”
      `,
    ));
  it('to a document of which two have the key', () =>
    checkHover(
      `
      //- x/a.readout.md
      Text
      //- y/a.readout.md
      Text
      //- b.readout.md
      [there](a$0#)
      `,
      `
      2 documents have this key; this is one of them.

      **a** \`a#\`

      No marks yet ↵
      Linked 1 time

      - b: “**there**”
      `,
    ));
  it('to nothing', () => {
    checkHover(
      '[a](#b$0)',
      'No mark of this document and no entity of the codebook is called `#b`.',
    );
    checkHover('[a](c$0#b)', 'No document of the collection has the key `c`.');
    checkHover('[b](a#b$0)', 'The document `a` has no mark `#b`.');
  });
});

describe('hover on an entity', () => {
  it('says what it is called and when, how often it is referred to, and where', () =>
    checkHover(
      `
      //- readout.yaml
      entities:
        marrow:
          kind: actor
          name: Adele *Marrow*
          aliases:
            - Minister Marrow
            - { text: Envoy Marrow, from: 2029-05-01, to: 2031-02-28 }
            - { text: Judge Marrow, from: 2031-03 }
            - { text: Mayor Marrow, from: 2031-03-01 }
            - { text: Miss Marrow, to: 2020-01-01 }
          ignore-in: [Marrow Bridge]
          see: https://www.example.org
      //- a.readout.md
      ---
      participants: [marrow]
      ---

      [Adele](#marrow) said and [Ma$0rrow](#marrow) says. Minister Marrow and Minister
      Marrow agreed on Marrow Bridge.
      //- b.readout.md
      [a]{.position says=marrow}
      `,
      `
      **Adele \\*Marrow\\*** · actor \`#marrow\`

      Also: Minister Marrow, Envoy Marrow (1 May 2029 – 28 February 2031), Judge Marrow (from 1 March 2031), Mayor Marrow (from 1 March 2031), Miss Marrow (until 1 January 2020) ↵
      Not meant in: Marrow Bridge ↵
      See: [https\\://www\\.example.org](<https://www.example.org>)

      Speaks 1 time · took part 1 time · linked 2 times — in 2 documents ↵
      Named here without a link: 2 times

      - a: “Adele said and **Marrow** says.”
      - a: “**Adele** said and Marrow says.”
      `,
    ));
  it('from its key in the codebook, from an actor, from the front matter', () => {
    const wanted = '**Belmark** · actor `#belmark`\n\nNo text refers to it yet.';
    checkHover('//- readout.yaml\nentities: { bel$0mark: { kind: actor, name: Belmark } }', wanted);
    checkHover('//- readout.yaml\nentities: { belmark: { kind: actor, name: Bel$0mark } }', wanted);
    checkHover(
      '//- readout.yaml\nentities: { belmark: { kind: actor, name: Belmark } }\n//- a.readout.md\n---\nissuer: bel$0mark\n---\n',
      '**Belmark** · actor `#belmark`\n\nIssuer 1 time — in 1 document',
    );
  });
  it('from its name in the text, in a heading and beside its link too', () => {
    const at = (text: string) =>
      `
      //- readout.yaml
      entities: { lake: { kind: actor, name: Lake Council, aliases: [LC] } }
      //- a.readout.md
      ${text}`;
    const card = '**Lake Council** · actor `#lake`\n\nAlso: LC\n\n';
    const open = `${card}No text refers to it yet. ↵\nNamed here without a link: 1 time`;
    checkHover(at('The La$0ke  Council met.'), open);
    checkHover(at('## The Lake Council$0'), open);
    checkHover(
      at('[It](#lake) (L$0C) met.'),
      `${card}Linked 1 time — in 1 document\n\n- a: “**It** (LC) met.”`,
    );
    checkHover(at('The lake$0 council’s Lake of Council.'), open);
    checkHover(at('The Lake of $0 Council.'), '');
  });
  it('each that a name may mean', () =>
    checkHover(
      `
      //- readout.yaml
      entities:
        a: { kind: actor, name: Ann, aliases: [the Chair] }
        b: { kind: actor, name: Bo, aliases: [the Chair] }
      //- a.readout.md
      So said the Ch$0air.
      `,
      `
      **Ann** · actor \`#a\`

      Also: the Chair

      No text refers to it yet. ↵
      Named here without a link: 1 time

      ---

      **Bo** · actor \`#b\`

      Also: the Chair

      No text refers to it yet. ↵
      Named here without a link: 1 time
      `,
    ));
  it('that is missing', () =>
    checkHover(
      '[a]{.position by=corv$0ia}',
      'No mark of this document and no entity of the codebook is called `#corvia`.',
    ));
});

describe('hover on words of the language', () => {
  it('a kind', () =>
    checkHover(
      '[a]{.dead$0line}',
      `
      **deadline** · kind

      Words that give a time. Inside a registered mark they fill its due date.

      - ✓ **by the end of 2033**
      - ✓ **before the next meeting**
      - ✗ **as early as practicable** (No time: a condition.)
      `,
    ));
  it('a kind of the collection', () =>
    checkHover(
      `
      //- readout.yaml
      kinds: { pledge: { means: money *promised*, registered: true, examples: ["They [will] pay"] } }
      //- a.readout.md
      [a]{.pled$0ge}
      `,
      `
      **pledge** · kind, stands in the register

      money \\*promised\\*

      - ✓ They **will** pay
      `,
    ));
  it('an unknown kind', () =>
    checkHover('[a]{.ple$0dge}', '`.pledge` · The codebook has no kind of this name.'));
  it('a relation', () =>
    checkHover(
      '[a]{.evidence brea$0ches="#b"}',
      `
      **breaches** · relation · on the other side: breached by

      Reports what goes against an earlier commitment. ↵
      From evidence to commitment.

      - ✓ \`[closed the consulate]{.evidence breaches="2031-04-02-orla#consulate" score=-1}\`
      - ✗ words that say less than before (weakens)
      `,
    ));
  it('a relation between all, the same from both sides', () =>
    checkHover(
      '[a]{.evidence contra$0dicts="#b"}',
      `
      **contradicts** · relation, the same from both sides

      Says something that cannot hold together with the other passage. ↵
      From any mark to any mark, document or entity.

      - ✓ \`[no date was set]{.position contradicts="2031-04-02-orla#by-2033"}\`
      - ✗ an act against a promise (breaches)
      `,
    ));
  it('an unknown one', () =>
    checkHover(
      '[a]{.evidence brea$0ks="#b"}',
      '`breaks` · There is no attribute and no relation of this name.',
    ));
  it('an attribute', () =>
    checkHover(
      '[a]{.position i$0f="they can"}',
      `
      **if** · attribute

      What limits it, where no nested .condition says so. ↵
      Value: words.

      - ✓ \`if="once both parliaments consent"\`
      - ✗ another commitment it waits for (depends-on)
      `,
    ));
  it('continues', () =>
    checkHover(
      '[a]{#a .place} [b]{contin$0ues=a}',
      `
      **continues** · attribute

      Joins these words to a mark that closed earlier in this document: both are one mark. ↵
      Value: the id of that mark; nothing else may stand in the braces.

      - ✓ \`[of the old depot]{continues=return}\`
      - ✗ a later statement that goes on with the matter (reaffirms, strengthens)
      `,
    ));
  it('a verb with its ladder', () =>
    checkHover(
      '[a]{.request verb=ur$0ge}',
      `
      **urge** · directive, rung 5 of 7 ↵
      Verbs of asking others to act, the weakest first:

      1. invite, encourage
      2. call for, call on, call upon
      3. recommend
      4. request, ask
      5. **urge**
      6. warn
      7. demand, insist
      `,
    ));
  it('a verb of the codebook, with the commitment line', () =>
    checkHover(
      '//- readout.yaml\nladders: { commissive: [[consider], [pl$0an], [will]] }',
      `
      **plan** · commissive, rung 2 of 3 ↵
      Verbs of binding oneself, the weakest first:

      1. consider
      2. **plan** ← commitment line
      3. will
      `,
    ));
  it('a due date', () => checkHover('[a]{.request due=2033-0$06~}', '**Due** about June 2033'));
  it('a due date that is none: what it is for', () =>
    checkHover(
      '[a]{.request due=so$0on}',
      `
      **due** · attribute

      When it is to be done, where no nested .deadline gives it. The last day counts. ↵
      Value: 2025-06-30, 2025-06, 2025, "2025/2030", "2025\\~" for about, or open.

      - ✓ \`due=2033-06\`
      - ✗ \`due="next spring" (write the months: "2033-03/2033-05")\`
      `,
    ));
  it('nothing for a note, and for plain text', () => {
    checkHover('a^[no$0te]', '');
    checkHover('a $0b', '');
  });
});

describe('hover on the front matter', () => {
  const front = (line: string, wanted: string) => checkHover(`---\n${line}\n---\n`, wanted);
  it('a key', () =>
    front(
      'cod$0ing: draft',
      `
      **coding** · front matter

      How far the annotation has come. What is a draft is left out of figures and of what counts as dropped. ↵
      Value: draft or done.

      Example: \`coding: draft\`
      `,
    ));
  it('an unknown key', () =>
    front('mo$0od: good', '`mood` · Readout has no use for this key and leaves it alone.'));
  it('a date', () => front('date: 2031$0-05-01', '**Date** 1 May 2031'));
  it('a title: nothing', () => front('title: Orla$0', ''));
  it('a term', () => front('terms: { the two$0: [belmark, corvia] }', 'Here: belmark, corvia'));
  it('a series that is missing', () =>
    front('series: ann$0ual', 'The codebook has no series `annual`.'));
  it('a series', () =>
    checkHover(
      `
      //- readout.yaml
      series: { annual: { names: [Annual Dialogue, the Dialogue], every: year } }
      //- a.readout.md
      ---
      series: ann$0ual
      ---
      `,
      `
      **Annual Dialogue** · series \`annual\`

      Also: the Dialogue ↵
      Every year
      `,
    ));
  it('another version', () =>
    checkHover(
      `
      //- b.readout.md
      Text
      //- a.readout.md
      ---
      version-of: b$0
      ---
      `,
      `
      **b** \`b#\`

      No marks yet ↵
      Other version 1 time
      `,
    ));
  it('the code of a finding that does not exist', () =>
    front('ignore: { no-fin$0ding: [a] }', '`no-finding` · There is no finding of this code.'));
});

describe('hover on a codebook', () => {
  it('the code of a finding', () => {
    const rule = rules.find(({ code }) => code === 'no-due');
    assert.ok(rule);
    checkHover(
      '//- readout.yaml\nrules: { no-d$0ue: hint }',
      `**no-due** · finding, off by default\n\n${rule.docs.title}\n\n${rule.docs.about}`,
    );
  });
  const book = (line: string, wanted: string) => checkHover(`//- readout.yaml\n${line}`, wanted);
  it('a section', () =>
    book(
      'mentio$0ns: all',
      `
      **mentions** · codebook

      Whether only the first mention of a name that is linked nowhere in a document is reported, or each. ↵
      Value: first or all.

      Example: \`mentions: first\`
      `,
    ));
  it('a key of an entity', () =>
    book(
      'entities: { a: { se$0e: https://a.example } }',
      `
      **see** · codebook

      An address to read more at. It is shown and never fetched. ↵
      Value: an address.

      Example: \`see: https://www.example.org\`
      `,
    ));
  it('a key of the collection’s own', () =>
    book(
      'cues: { e$0n: [as agreed] }',
      '`en` · Readout has no use for this key and leaves it alone.',
    ));
  it('a value: nothing', () => book('mentions: al$0l', ''));
});

describe('text of others in a hover', () => {
  it('never becomes a link, a command or a picture', () =>
    checkHover(
      `
      //- readout.yaml
      entities:
        evil:
          kind: actor
          name: "[x](command:evil)"
          aliases: ["![x](https://a.example/i.png)", "<b>bold</b>"]
          see: "javascript:alert(1)"
      //- a.readout.md
      ---
      title: "**Bold** <img src=x> $(bug)"
      ---

      [x$0](#evil) \\[y\\](command:evil) \`z\`
      `,
      `
      **\\[x\\](command:evil)** · actor \`#evil\`

      Also: !\\[x\\](https\\://a.example/i.png), \\<b\\>bold\\</b\\> ↵
      See: javascript:alert(1)

      Linked 1 time — in 1 document

      - \\*\\*Bold\\*\\* \\<img src=x\\> \\$(bug): “**x** \\[y\\](command:evil) \\\`z\\\`”
      `,
    ));
  it('opens places only where the host can', () =>
    checkHover(
      `
      //- a.readout.md
      They [act]{#a .place}.
      //- b.readout.md
      See [it](a#a$0).
      `,
      `
      **Place** \`#a\` · [a](<command:readout.goTo?%5B%22file%3A%2F%2F%2Fc%2Fa.readout.md%22%5D>)

      “They **act**.”

      A place that is named.

      Linked 1 time

      - [b](<command:readout.goTo?%5B%22file%3A%2F%2F%2Fc%2Fb.readout.md%22%5D>): “See **it**.”
      `,
      { link: ({ uri }) => goToAddress(uri) },
    ));
});
