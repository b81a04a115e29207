import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { certificateOf } from '../data/certificates.ts'
import { type Intent, unsettled } from '../domain/journal-lines.ts'
import type { SweepTools } from './sweep-tools.ts'

/** After the commit: removes the files of what was destroyed, and only then writes down that it is done. */
export async function finish(desk: Desk<PurposeKey>, tools: SweepTools, intent: Intent): Promise<void> {
  for (const name of intent.files) await tools.vault.remove(name)
  await writeOutcome(desk, tools, intent, 'destroyed')
}

/**
 * Ends what a crash left open. An intent whose certificate is there was carried out, so its files go now; one without was not, and the
 * thing is found due again.
 */
export async function settleJournal(desk: Desk<PurposeKey>, tools: SweepTools): Promise<number> {
  const open = unsettled(await tools.journal.lines())
  for (const intent of open) {
    const deed = { purpose: 'retention', deed: 'retention.looked-back', subjectId: intent.id } as const
    const certificate = await desk.read(null, deed, (scope) => certificateOf(scope, intent.id))
    if (certificate) await finish(desk, tools, intent)
    else await writeOutcome(desk, tools, intent, 'kept')
  }
  return open.length
}

const writeOutcome = (desk: Desk<PurposeKey>, tools: SweepTools, intent: Intent, result: 'destroyed' | 'kept') =>
  tools.journal.append({
    line: 'outcome',
    intent: intent.intent,
    at: desk.clock.now().toString(),
    result,
    files: result === 'destroyed' ? intent.files.length : 0,
  })
