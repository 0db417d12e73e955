/**
 * A memory of what answers of features have become for the client. A feature that gives the same answer
 * again, because nothing it depends on has changed, is not converted again; the memory goes with the answer.
 */
export function once<Answer extends object, Shown>(): (
  answer: Answer,
  convert: () => Shown,
) => Shown {
  const known = new WeakMap<Answer, Shown>();
  return (answer, convert) => {
    const shown = known.get(answer) ?? convert();
    known.set(answer, shown);
    return shown;
  };
}
