/**
 * The forms of a verb by the regular rules: for lemmas that a collection adds to a ladder. English,
 * and Japanese verbs in する. The built-in lemmas have theirs listed.
 */
export function formsOf(lemma: string): readonly string[] {
  if (lemma.endsWith('する')) {
    const stem = lemma.slice(0, -2);
    return ['する', 'した', 'して', 'し', 'します', 'しました'].map((ending) => stem + ending);
  }
  if (!/^[a-z-]+$/.test(lemma)) return [lemma];
  const doubled = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(lemma) ? lemma + lemma.slice(-1) : lemma;
  return [lemma, third(lemma), past(lemma, doubled), participle(lemma, doubled)];
}

const endsInY = (lemma: string): boolean => /[^aeiou]y$/.test(lemma);

function third(lemma: string): string {
  if (endsInY(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:[sxz]|ch|sh|[^aeiou]o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function past(lemma: string, doubled: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  return endsInY(lemma) ? `${lemma.slice(0, -1)}ied` : `${doubled}ed`;
}

function participle(lemma: string, doubled: string): string {
  if (lemma.endsWith('ie')) return `${lemma.slice(0, -2)}ying`;
  return /[^eoy]e$/.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${doubled}ing`;
}
