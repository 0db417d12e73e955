import assert from 'node:assert/strict';
import { checkCompleted, checkCompletion, completedAt } from '../../../../test/support/check.ts';
import { frontHelp } from '../hover/help.ts';

const at = (front: string, body = 'One.') => `
  //- readout.yaml
  entities:
    belmark: { kind: actor, name: Belmark }
    corvia: { kind: actor, name: Corvia }
    marrow: { kind: actor, name: Adele Marrow }
    orla: { kind: place, name: Orla }
  series:
    dialogue: { names: [Annual Dialogue], every: year }
    forum: { names: [Forum] }
  //- 2030-plan.readout.md
  ---
  title: The Orla Plan
  date: 2030-05-01
  ---
  //- 2031-04-02-orla.readout.md
  ---
  ${front.replaceAll('\n', '\n  ')}
  ---

  ${body}
`;
const result = (front: string) => `---\n${front}\n---\n\nOne.\n`;
const keys = Object.keys(frontHelp);

describe('completion in front matter', () => {
  it('offers the keys that are not there yet', () => {
    checkCompletion(at('$0'), ...keys);
    checkCompletion(
      at('title: One\n$0\ndate: 2031-04-02'),
      ...keys.filter((key) => key !== 'title' && key !== 'date'),
    );
    checkCompletion(at('pa$0'), 'parties', 'participants');
    checkCompletion(at('of$0'), 'version-of');
  });

  it('writes keys with what their values begin with', () => {
    const date = checkCompleted(at('da$0'), 'date', result('date: '));
    assert.deepEqual([date.is, date.snippet, date.again], ['key', false, true]);
    assert.match(date.documentation(), /\*\*date\*\* · front matter.*Example: `date: 2033/s);
    const parties = checkCompleted(at('pa$0'), 'parties', result('parties: [$0]'));
    assert.equal(parties.snippet, true);
    checkCompleted(at('te$0'), 'terms', result('terms:\n  $0'));
    checkCompleted(at('da$0te: 2031-01-01'), 'date', result('date: 2031-01-01'));
    checkCompleted(at('lang: en\nda$0'), 'date', result('lang: en\ndate: '));
  });

  it('offers actors for parties, participants and terms, in brackets, below each other or alone', () => {
    checkCompletion(at('parties: [$0]'), 'marrow', 'belmark', 'corvia');
    checkCompletion(at('parties: [corvia, $0]'), 'marrow', 'belmark');
    checkCompletion(at('participants:\n  - $0'), 'marrow', 'belmark', 'corvia');
    checkCompletion(at('participants:\n- b$0'), 'belmark');
    checkCompletion(at('terms:\n  the Ministers: [m$0]'), 'marrow');
    checkCompletion(at('terms: { the Ministers: [marrow], the two sides: [b$0'), 'belmark');
    checkCompleted(at('parties: b$0'), 'belmark', result('parties: [belmark]'));
    checkCompleted(at('parties: [corvia, b$0x]'), 'belmark', result('parties: [corvia, belmark]'));
    checkCompleted(
      at('parties: [\n  corvia,\n  b$0\n]'),
      'belmark',
      result('parties: [\n  corvia,\n  belmark\n]'),
    );
    checkCompletion(at('terms:\n  $0'));
  });

  it('offers places, issuers, series, keys, codings, languages and days', () => {
    checkCompletion(at('place: $0'), 'orla');
    checkCompletion(at('issuer: b$0'), 'belmark');
    checkCompletion(at('series: $0'), 'dialogue', 'forum');
    checkCompletion(at('series: fo$0'), 'forum');
    checkCompletion(at('version-of: $0'), '2030-plan');
    checkCompleted(at('version-of: 2030-p$0'), '2030-plan', result('version-of: 2030-plan'));
    checkCompletion(at('coding: $0'), 'draft', 'done');
    checkCompletion(at('coding: do$0'), 'done');
    checkCompletion(at('lang: j$0'), 'ja');
    checkCompletion(
      at('date: 2031-0$0').replace('//- 2031-04-02-orla', '//- b'),
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `2031-0${n}`),
    );
    assert.equal(completedAt(at('date: $0')).found?.items[0]?.label, '2031-04-02');
  });

  it('offers the codes of findings to ignore', () => {
    checkCompletion(at('ignore:\n  bad-$0'), 'bad-id', 'bad-continuation', 'bad-value');
    const item = checkCompleted(
      at('ignore: { bad-i$0 }'),
      'bad-id',
      result('ignore: { bad-id: [$0] }'),
    );
    assert.equal(item.is, 'rule');
  });

  it('offers what is reported as what is to be ignored', () => {
    const body = 'Orla and Corvia met. [x](#none)';
    checkCompletion(at('ignore:\n  unlinked-mention: [$0]', body), 'Orla', 'Corvia');
    checkCompletion(at('ignore: { unlinked-mention: [Orla, C$0] }', body), 'Corvia');
    checkCompletion(at('ignore: { unlinked-mention: $0 }', 'None.'));
    checkCompletion(at('ignore: { none: [$0] }', body));
  });

  it('knows quotes and comments', () => {
    checkCompleted(at('series: "fo$0"'), 'forum', result('series: "forum"'));
    checkCompletion(at('series: # fo$0'));
    checkCompletion(at('# pa$0'));
  });

  it('leaves words alone', () => {
    checkCompletion(at('title: da$0'));
    checkCompletion(at('source: $0'));
    checkCompletion(at('unknown: $0'));
    checkCompletion(at('unknown:\n  $0'));
  });

  it('works in a front matter that is not closed yet', () => {
    checkCompletion('---\npar$0\n\nOne.', 'parties', 'participants');
    checkCompletion('---\n$0', ...keys);
    checkCompletion('---\ntitle: One\n\npar$0');
    checkCompletion('---$0\n\nOne.');
  });

  it('offers nothing on the lines of ---', () => {
    checkCompletion('---\ntitle: One\n---$0\n\nOne.');
    checkCompletion('--$0-\ntitle: One\n---\n\nOne.');
  });
});
