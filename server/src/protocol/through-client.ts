import { isIgnoreFile } from '../workspace/belonging.ts';
import {
  decode,
  type Files,
  type FileText,
  isWanted,
  type Listing,
  largestFile,
} from '../workspace/files.ts';
import type { FileContent, FileFailure, FolderListing } from './requests.ts';

/** Sends one of the requests that a client answers for us. */
export type Ask = <R>(method: string, params: unknown) => Promise<R>;

/** The files that only the client can reach: all in a browser, other schemes than `file` on a desktop. */
export const throughClient = (ask: Ask): Files => ({
  async *list(folder): AsyncGenerator<Listing> {
    const answer = await ask<FolderListing>('readout/fs/list', { folder }).catch(() => undefined);
    const { files, skipped } = answer ?? { files: [], skipped: [folder] };
    const small = files.filter(({ size }) => size <= largestFile);
    const large = files.filter(({ size }) => size > largestFile);
    yield {
      files: small.map(({ uri }) => uri).filter(isWanted),
      ignores: small.map(({ uri }) => uri).filter(isIgnoreFile),
      skipped: [
        ...skipped.map((uri) => ({ uri, why: 'failed' as const })),
        ...large.map(({ uri }) => ({ uri, why: 'too-large' as const })),
      ],
    };
  },
  async read(uri, print): Promise<FileText> {
    const failed = (): FileFailure => ({ error: 'no answer' });
    const answer = await ask<FileContent | FileFailure>('readout/fs/read', { uri }).catch(failed);
    if ('error' in answer) return { unreadable: 'failed' };
    return decode(
      Uint8Array.from(atob(answer.base64), (sign) => sign.charCodeAt(0)),
      print,
    );
  },
  collectionAbove: () => undefined,
});

/** A host without files: an editor that neither shares a disk with us nor reads for us. */
export const noFiles: Files = {
  *list() {},
  read: () => ({ gone: true }),
  collectionAbove: () => undefined,
};
