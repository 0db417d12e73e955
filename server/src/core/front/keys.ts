/** The keys that mean something, as they are written. */
export const frontKeys = [
  ...(['title', 'date', 'place', 'issuer', 'parties', 'participants', 'series'] as const),
  ...([
    'version-of',
    'lang',
    'source',
    'retrieved',
    'sha256',
    'coding',
    'terms',
    'ignore',
  ] as const),
] as const;
