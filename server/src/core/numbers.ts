/** The same numbers with as many zeros behind them. */
export function longer<T extends Float64Array | Int32Array | Uint16Array | Uint8Array>(
  numbers: T,
): T {
  const made = new (numbers.constructor as new (length: number) => T)(2 * numbers.length);
  made.set(numbers);
  return made;
}
