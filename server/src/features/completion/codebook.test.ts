import assert from 'node:assert/strict';
import { checkCompleted, checkCompletion, completedAt } from '../../../../test/support/check.ts';
import { dedent } from '../../../../test/support/fixture.ts';
import { builtinCues } from '../../core/codebook/builtin/cues.ts';
import { builtinKinds } from '../../core/codebook/builtin/kinds.ts';
import { builtinRelations } from '../../core/codebook/builtin/relations.ts';
import { codebookKeys } from '../../core/codebook/file.ts';

const at = (yaml: string) => `//- readout.yaml\n${dedent(yaml)}`;
const kinds = builtinKinds.map(({ name }) => name);

describe('completion in the codebook', () => {
  it('offers the sections that are not there yet', () => {
    checkCompletion(at('$0'), ...codebookKeys);
    checkCompletion(at('name: Orla\nr$0'), 'relations', 'rules');
    checkCompletion(at('rel$0\nrelations: {}'));
    const item = checkCompleted(at('ent$0'), 'entities', 'entities:\n  $0');
    assert.match(item.documentation(), /\*\*entities\*\* · codebook/);
    checkCompleted(at('inc$0'), 'include', 'include: [$0]');
    checkCompleted(at('mentions: first\nna$0'), 'name', 'mentions: first\nname: ');
  });

  it('offers the keys of an entity, a kind, a relation and a series', () => {
    checkCompletion(
      at('entities:\n  orla:\n    $0'),
      'kind',
      'name',
      'aliases',
      'ignore-in',
      'see',
    );
    checkCompletion(
      at('entities:\n  orla:\n    kind: place\n    $0\n  next:\n    name: x'),
      'name',
      'aliases',
      'ignore-in',
      'see',
    );
    checkCompletion(
      at('entities:\n  orla: { kind: place, $0 }'),
      'name',
      'aliases',
      'ignore-in',
      'see',
    );
    checkCompletion(at('entities:\n  orla:\n    aliases:\n      - { t$0 }'), 'text', 'to');
    checkCompletion(at('kinds: { pledge: { $0'), 'means', 'registered', 'color', 'examples', 'not');
    checkCompletion(at('relations:\n  does:\n    in$0'), 'inverse');
    checkCompletion(at('series: { talks: { $0 } }'), 'names', 'every');
    checkCompletion(at('entities:\n  $0'));
    checkCompleted(
      at('entities:\n  orla: { al$0 }'),
      'aliases',
      'entities:\n  orla: { aliases: [$0] }',
    );
  });

  it('offers kinds', () => {
    checkCompletion(at('entities:\n  orla:\n    kind: $0'), ...kinds);
    checkCompletion(at('entities: { orla: { kind: pl$0'), 'place');
    checkCompletion(
      at('relations: { does: { from: [commitment, $0] } }'),
      ...kinds.filter((kind) => kind !== 'commitment'),
    );
    checkCompletion(at('relations:\n  does:\n    to: $0'), 'same', ...kinds);
    checkCompleted(
      at('relations:\n  does:\n    from: pl$0'),
      'place',
      'relations:\n  does:\n    from: [place]',
    );
    checkCompletion(at('kinds:\n  place: $0'), 'off');
  });

  it('offers what is built in, to be changed or switched off', () => {
    checkCompletion(at('kinds:\n  $0'), ...kinds);
    checkCompletion(at('kinds:\n  place: off\n  pl$0'));
    checkCompletion(
      at('relations:\n  par$0'),
      ...builtinRelations.map(({ name }) => name).filter((name) => name.startsWith('par')),
    );
    checkCompletion(at('relations:\n  reaffirms: $0'), 'off');
    checkCompletion(at('cues:\n  $0'), ...builtinCues.keys());
    checkCompleted(at('cues: { e$0'), 'en', 'cues: { en: [$0]');
    const kind = checkCompleted(at('kinds:\n  pla$0'), 'place', 'kinds:\n  place:\n  $0');
    assert.match(kind.documentation(), /\*\*place\*\*/);
    const relation = checkCompleted(
      at('relations: { reaf$0'),
      'reaffirms',
      'relations: { reaffirms: { $0 }',
    );
    assert.match(relation.documentation(), /reaffirmed by/);
  });

  it('offers codes of findings and their levels, the usual one first', () => {
    checkCompletion(at('rules:\n  no-d$0'), 'no-due');
    checkCompleted(at('rules:\n  no-d$0'), 'no-due', 'rules:\n  no-due: ');
    checkCompletion(at('rules:\n  no-due: $0'), 'off', 'error', 'warning', 'information', 'hint');
    checkCompletion(
      at('rules: { no-due: hint, bad-id: $0'),
      'error',
      'warning',
      'information',
      'hint',
      'off',
    );
    checkCompletion(at('rules: { no-due: hint, no-d$0'));
  });

  it('offers verbs, colours and choices', () => {
    checkCompletion(at('commitment-line: pl$0'), 'plan', 'pledge');
    checkCompletion(
      at('ladders:\n  stance: [[no$0'),
      'note',
      'not tolerate',
      'take note',
      'should not',
    );
    checkCompletion(at('ladders: { $0 }'), 'stance', 'directive', 'commissive');
    checkCompletion(at('mentions: $0'), 'first', 'all');
    checkCompletion(at('backreferences: $0'), 'marked', 'all');
    checkCompletion(at('kinds: { pledge: { registered: $0'), 'true', 'false');
    checkCompletion(at('kinds: { pledge: { color: charts.g$0'), 'charts.green');
    checkCompletion(at('series:\n  talks:\n    every: qu$0'), 'quarter');
  });

  it('finds its way back from nested lists and over lines', () => {
    checkCompletion(
      at(
        'entities:\n  a:\n    aliases:\n      - One\n      - { text: x,\n          to: 2031 }\n  b:\n    kind: pl$0',
      ),
      'place',
    );
    checkCompletion(
      at('entities:\n  a: { kind: actor,\n    name: One,\n    $0 }'),
      'aliases',
      'ignore-in',
      'see',
    );
    checkCompletion(at('entities:\n  a: { aliases: [One, Two] }\nm$0'), 'mentions');
    checkCompletion(at('entities:\r\n  a:\r\n    kind: pl$0\r\n'), 'place');
  });

  it('offers nothing in words and comments', () => {
    checkCompletion(at('name: na$0'));
    checkCompletion(at('# na$0'));
    checkCompletion(at('entities:\n  a:\n    name: One # ki$0'));
    checkCompletion(at('entities: { a: { name: One, # ki$0'));
    assert.equal(completedAt(at('include: [$0]')).found, undefined);
  });
});
