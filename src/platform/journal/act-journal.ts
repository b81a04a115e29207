import { join } from 'node:path'
import { type ActLine, actLine } from './act-lines.ts'
import { Journal } from './journal.ts'

/** What is erased, held, restricted, withdrawn or objected to, on disk before it is done. */
export type ActJournal = Journal<ActLine>

/** Where the journal of a service lies: beside the database and not in it. */
export const actJournalPath = (folder: string): string => join(folder, 'journal', 'acts.ndjson')

/** The journal in a service's own folder. A line that is none of ours is not written; one that is found is an error. */
export const openActJournal = (folder: string): Promise<ActJournal> =>
  Journal.open<ActLine>(actJournalPath(folder), (line) => actLine.parse(line))
