import { checkNextMark } from '../../../test/support/check.ts';

const text = (cursor: string) => {
  const source = `They [agree]{#a .position} in [Orla]{.place}.

    [And more]{continues=a} of [a request]{.request}.`;
  return source.replace(cursor, `${cursor}$0`);
};

describe('next mark', () => {
  it('goes to the words of the mark that begins next, past fragments', () => {
    checkNextMark(text('They'), 'next', 'agree');
    checkNextMark(text('agree'), 'next', 'Orla');
    checkNextMark(text('Orla'), 'next', 'a request');
  });

  it('goes back', () => {
    checkNextMark(text('of '), 'previous', 'Orla');
    checkNextMark(text('Orla'), 'previous', 'Orla');
  });

  it('goes on round the end of the document', () => {
    checkNextMark(text('a request'), 'next', 'agree');
    checkNextMark(text('They'), 'previous', 'a request');
  });

  it('keeps to one kind where one is given', () => {
    checkNextMark(text('They'), 'next', 'a request', 'request');
    checkNextMark(text('They'), 'next', undefined, 'evidence');
  });

  it('finds none where there is none', () => checkNextMark('No mark$0.', 'next', undefined));
});
