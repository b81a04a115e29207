import { sql } from 'kysely'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import { type ActIntent, type ActOutcome, unsettled } from '../../../platform/journal/act-lines.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import type { SweepTools } from './sweep-tools.ts'

type Settling = Pick<SweepTools, 'journal' | 'vault'>

/** After the commit: removes the files of what was destroyed, and only then writes down that it is done. */
export async function finish(desk: Desk<PurposeKey>, tools: Settling, intent: ActIntent): Promise<void> {
  await removeFiles(tools, intent)
  await tools.journal.append(outcomeOf(desk, intent, true))
}

/** The same for many, written down together; answers how many failed, which the next run ends. */
export async function finishAll(
  desk: Desk<PurposeKey>,
  tools: Settling,
  intents: readonly ActIntent[],
): Promise<number> {
  const over: ActIntent[] = []
  for (const intent of intents) {
    const gone = await removeFiles(tools, intent).then(
      () => true,
      () => false,
    )
    if (gone) over.push(intent)
  }
  if (over.length === 0) return intents.length
  const written = await tools.journal.append(...over.map((it) => outcomeOf(desk, it, true))).then(
    () => over.length,
    () => 0,
  )
  return intents.length - written
}

async function removeFiles({ vault }: Settling, intent: ActIntent): Promise<void> {
  if (intent.act === 'erasure') for (const name of intent.files) await vault.remove(name)
}

/**
 * Ends what a crash left open, at each start and before each sweep. An intent whose mark is in the database was carried out, so its files
 * go now; one without was not, and what was due is found due again.
 */
export async function settleJournal(desk: Desk<PurposeKey>, tools: Settling): Promise<number> {
  const open = unsettled(await tools.journal.lines())
  if (open.length === 0) return 0
  const deed = { purpose: 'retention', deed: 'retention.looked-back' } as const
  const intents = open.map((it) => it.intent)
  const marked = await desk.read(null, deed, (scope) => markedActs(scope, intents))
  for (const intent of open) {
    if (marked.has(intent.intent)) await finish(desk, tools, intent)
    else await tools.journal.append(outcomeOf(desk, intent, false))
  }
  return open.length
}

async function markedActs({ queries }: Scope, intents: readonly Id[]): Promise<Set<Id>> {
  const { rows } = await sql<{ marked: Id[] }>`SELECT ev.marked_acts(${intents}) AS marked`.execute(queries)
  return new Set(rows[0]?.marked ?? [])
}

function outcomeOf(desk: Desk<PurposeKey>, intent: ActIntent, kept: boolean): ActOutcome {
  const files = kept && intent.act === 'erasure' ? intent.files.length : 0
  const result = kept ? (intent.act === 'erasure' ? 'destroyed' : 'done') : 'kept'
  return { line: 'outcome', intent: intent.intent, at: desk.clock.now().toString(), result, files }
}
