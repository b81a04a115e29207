import type { NoteKind, Passing, Room } from './words.ts'

/** What decides whether both parties may see a note. */
export interface Passable {
  readonly zone: Room
  readonly passing: Passing | null
  readonly passedAt: Temporal.Instant | null
}

/** Said with both there, or said in one room and passed on since. That it may pass is not enough: it has to have been passed. */
export const isJoint = (note: Passable): boolean => note.zone === 'both' || note.passedAt !== null

/** The notes that both parties may see: the one way to them, for the joint screen and the summary alike. */
export const jointOf = <Note extends Passable>(notes: readonly Note[]): Note[] => notes.filter(isJoint)

interface Said extends Passable {
  readonly kind: NoteKind
  readonly words: string
}

const parts: readonly (readonly [heading: string, kinds: readonly NoteKind[]])[] = [
  ['What was agreed', ['agreement']],
  ['What was proposed', ['proposal', 'counter_proposal']],
  ['What was spoken about', ['issue', 'fact']],
]

/** A summary to begin from, made of what is joint and of nothing else; its writer edits it. */
export function composedSummary(notes: readonly Said[]): string {
  const joint = jointOf(notes)
  return parts
    .flatMap(([heading, kinds]) => {
      const own = joint.filter((it) => kinds.includes(it.kind))
      return own.length === 0 ? [] : [[heading, ...own.map((it) => `- ${it.words}`)].join('\n')]
    })
    .join('\n\n')
}
