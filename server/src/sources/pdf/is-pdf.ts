/** Whether a file is a PDF, by its first kilobyte: some programs write a few lines before the sign. */
export function isPdf(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return /^(?:\ufeff|\xef\xbb\xbf)?\s*%PDF-\d|[\r\n]%PDF-\d/.test(head);
}
