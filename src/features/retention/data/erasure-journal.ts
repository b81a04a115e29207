import { join } from 'node:path'
import { Journal } from '../../../platform/journal/journal.ts'
import type { ErasureJournal, ErasureLine } from '../domain/journal-lines.ts'

/** The journal of a service, in its own folder beside the database and not in it. */
export const openErasureJournal = (folder: string): Promise<ErasureJournal> =>
  Journal.open<ErasureLine>(join(folder, 'journal', 'erasures.ndjson'))
