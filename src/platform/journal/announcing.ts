import { sql } from 'kysely'
import { type Id, newId } from '../../values/ids.ts'
import type { ScopedQueries } from '../database/scope-dialect.ts'
import type { ActJournal } from './act-journal.ts'
import type { ActIntent, Announced } from './act-lines.ts'

/** Leaves the mark by which it is known afterwards whether an act was kept. Before its line is written, and in its transaction. */
export const markAct = (queries: ScopedQueries, intent: Id): Promise<void> => markActs(queries, [intent])

/** The same for acts that are kept together or not at all. */
export async function markActs(queries: ScopedQueries, intents: readonly Id[]): Promise<void> {
  await sql`SELECT ev.mark_act(it) FROM unnest(${intents}::uuid[]) AS it`.execute(queries)
}

/** How a scope announces what it is about to do; each intent is added to `announced`. */
export const announcing =
  (journal: ActJournal, queries: ScopedQueries, now: Temporal.Instant, announced: ActIntent[]) =>
  async (act: Announced): Promise<ActIntent> => {
    const intent: ActIntent = { line: 'intent', intent: newId(), at: now.toString(), ...act }
    await markAct(queries, intent.intent)
    await journal.append(intent)
    announced.push(intent)
    return intent
  }

/**
 * Writes what became of announced acts. What fails here fails nothing: the act is over, and what has no outcome is settled by its mark.
 * An erasure with files has its outcome when they are gone.
 */
export async function writeOutcomes(
  journal: ActJournal,
  announced: readonly ActIntent[],
  kept: boolean,
  now: Temporal.Instant,
): Promise<void> {
  const over = announced.filter((it) => !kept || it.act !== 'erasure' || it.files.length === 0)
  try {
    for (const { intent, act } of over) {
      const result = kept ? (act === 'erasure' ? 'destroyed' : 'done') : 'kept'
      await journal.append({ line: 'outcome', intent, at: now.toString(), result, files: 0 })
    }
  } catch {
    // The disk is full, say: whoever settles the journal next reads the marks.
  }
}
