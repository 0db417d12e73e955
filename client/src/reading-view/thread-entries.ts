import type {
  MemberShown,
  RunShown,
  StepShown,
  ThreadShown,
} from '../../../server/src/protocol/requests.ts';

/** A member of a thread with what it does with the others. */
export interface Entry {
  readonly member: MemberShown;
  /** What is written on it, the latest of what it speaks of first. */
  readonly steps: readonly StepShown[];
  /** Its words, and between them those that the one it says again had. */
  readonly runs: readonly RunShown[];
  /** The one it says again. */
  readonly before: MemberShown | undefined;
  readonly changes: readonly string[];
}

/** Relations with which a text says again what an earlier one said: only there words can be compared. */
const again: ReadonlySet<string> = new Set(['reaffirms', 'strengthens', 'weakens', 'supersedes']);

/** The members of a thread, the oldest first. */
export const entriesOf = ({ members, steps }: ThreadShown): Entry[] =>
  members.map((member, place) => {
    const own = steps.filter(({ from }) => from === place).sort((a, b) => b.to - a.to);
    const step = own.find(({ relation }) => again.has(relation));
    return {
      member,
      steps: own,
      runs: step?.words ?? [{ is: 'same', text: member.words }],
      before: step && members[step.to],
      changes: step?.changes ?? [],
    };
  });
