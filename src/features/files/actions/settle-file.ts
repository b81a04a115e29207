import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { finishTasks } from '../../tasks/index.ts'
import { settleDocument } from '../data/file-writes.ts'
import type { FileTools } from './file-tools.ts'
import { bytesOf, type FileAndKey, lookUpFile } from './open-file.ts'

interface Settling {
  readonly key: Id
  readonly fileId: Id
}
export type SettleReason = 'file.missing' | 'file.settled' | 'file.damaged' | 'upload.infected'

/**
 * Lets a file go that was held back. The scanner, if there is one, is asked again first: what it finds harmful is refused, whoever
 * wanted to let it go.
 */
export async function releaseFile(
  desk: Desk<PurposeKey>,
  tools: FileTools,
  actor: Id,
  input: Settling,
): Promise<Outcome<Answer, SettleReason>> {
  const found = await lookUpFile(desk, tools, actor, input.fileId)
  if (!found) return refused('file.missing')
  if (found.document.status !== 'quarantined') return settle(desk, actor, { ...input, found, status: 'released' })
  const bytes = await bytesOf(tools.vault, found)
  if (!bytes) return refused('file.damaged')
  const { verdict } = await tools.scanner.scan(bytes)
  if (verdict === 'infected') {
    await discard(desk, tools, actor, { key: newId(), fileId: input.fileId, found })
    return refused('upload.infected')
  }
  const scan = verdict === 'clean' ? 'clean' : undefined
  return settle(desk, actor, { ...input, found, status: 'released', scan })
}

/** Refuses a file that was held back, and removes its bytes. Its name stays, so that the file shows what was not taken. */
export async function refuseFile(
  desk: Desk<PurposeKey>,
  tools: FileTools,
  actor: Id,
  input: Settling,
): Promise<Outcome<Answer, SettleReason>> {
  const found = await lookUpFile(desk, tools, actor, input.fileId)
  return found ? discard(desk, tools, actor, { ...input, found }) : refused('file.missing')
}

async function discard(
  desk: Desk<PurposeKey>,
  tools: FileTools,
  actor: Id,
  input: Settling & { readonly found: FileAndKey },
): Promise<Outcome<Answer, SettleReason>> {
  const outcome = await settle(desk, actor, { ...input, status: 'refused' })
  // After the commit: bytes cannot come back if the row does. What a crash leaves here, the job that removes orphans takes.
  if (outcome.done) await tools.vault.remove(input.found.document.storedName)
  return outcome
}

function settle(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: Settling & {
    readonly found: FileAndKey
    readonly status: 'released' | 'refused'
    readonly scan?: 'clean' | undefined
  },
): Promise<Outcome<Answer, SettleReason>> {
  const { key, fileId, status, scan } = input
  const { caseId } = input.found.document
  const deed = { purpose: 'papers', deed: `file.${status}`, key, caseId, subjectId: fileId } as const
  return desk.act<SettleReason>(actor, deed, async (scope) => {
    if (!(await settleDocument(scope, fileId, { status, scan }))) return refused('file.settled')
    await finishTasks(scope, { kind: 'release-file', caseId, subjectId: fileId })
    return done({ fileId })
  })
}
