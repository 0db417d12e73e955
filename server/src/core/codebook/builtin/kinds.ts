import type { Kind } from '../codebook.ts';

const kind = (
  name: string,
  registered: boolean,
  color: string,
  means: string,
  examples: readonly string[],
  not: readonly string[],
): Kind => ({ name, registered, color, means, examples, not, place: undefined });

/** The kinds every collection begins with. Examples show the marked words in brackets. */
export const builtinKinds: readonly Kind[] = [
  kind(
    'commitment',
    true,
    'charts.green',
    'A future action the speaker binds itself to: discrete, specific, publicly stated.',
    [
      'Belmark [will open a second consulate in Orla by 2033].',
      'The two Governments [agreed to lay a joint undersea cable].',
    ],
    [
      'The Ministers stressed the importance of trade. (No action is promised: a position.)',
      'Corvia called on Belmark to open the border. (Somebody else is to act: a request.)',
    ],
  ),
  kind(
    'position',
    true,
    'charts.blue',
    'A stance without an action of one’s own: supports, opposes, shares the view, shall not tolerate.',
    [
      'The Ministers [strongly opposed any closure of the strait].',
      'Both sides [shared the view that the ceasefire must hold].',
    ],
    ['Corvia will send observers to the strait. (An action is promised: a commitment.)'],
  ),
  kind(
    'request',
    true,
    'charts.orange',
    'Action asked of somebody else.',
    [
      'The Ministers [urged Belmark to release the crew].',
      'Corvia [invited its partners to join the fund].',
    ],
    ['Corvia will release the crew. (The speaker itself is to act: a commitment.)'],
  ),
  kind(
    'evidence',
    true,
    'charts.purple',
    'Words that report action on an earlier commitment.',
    [
      'The second consulate [opened in March].',
      'The Ministers noted that the cable [has not been laid].',
    ],
    ['The consulate will open next year. (Still to come: a commitment.)'],
  ),
  kind(
    'actor',
    false,
    'charts.red',
    'A person, body, government or alliance that is named.',
    ['[Foreign Minister Adele Marrow] arrived on Monday.', 'the [Northern Council]'],
    ['the Orla Treaty (An agreement: an instrument.)'],
  ),
  kind(
    'place',
    false,
    'charts.yellow',
    'A place that is named.',
    ['the [Strait of Orla]', 'a depot at [Camp Linden]'],
    ['Orla criticised the plan. (The city stands for a government: an actor.)'],
  ),
  kind(
    'instrument',
    false,
    'charts.lines',
    'An agreement, plan, law or forum that is named.',
    ['under the [Orla Treaty]', 'the [Joint Cable Plan of 2029]'],
    ['the Northern Council (A body that acts: an actor.)'],
  ),
  kind(
    'event',
    false,
    'charts.lines',
    'Something that happened or will happen at a known time and is named.',
    ['at the [Linden Summit]', 'since the [March flood]'],
    ['the Linden Declaration (The text that came of it: an instrument.)'],
  ),
  kind(
    'concept',
    false,
    'charts.lines',
    'A vision, doctrine or idea that is named.',
    ['the vision of an [Open Northern Sea]', 'their policy of [shared watch]'],
    ['the Northern Sea (A place.)'],
  ),
  kind(
    'deadline',
    false,
    'charts.yellow',
    'Words that give a time. Inside a registered mark they fill its due date.',
    ['[by the end of 2033]', '[before the next meeting]'],
    ['[as early as practicable] (No time: a condition.)'],
  ),
  kind(
    'condition',
    false,
    'charts.yellow',
    'Words that limit. Inside a registered mark they fill its condition.',
    ['[as early as practicable]', '[subject to the consent of the two parliaments]'],
    ['[by the end of 2033] (A time: a deadline.)'],
  ),
  kind(
    'target',
    false,
    'charts.yellow',
    'A number or an end state that is to be reached.',
    ['[twelve patrol boats]', '[to zero by 2040]'],
    ['twelve ministers attended (Nothing that is to be reached.)'],
  ),
];
