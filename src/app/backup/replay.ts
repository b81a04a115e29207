import { noteRestored } from '../../features/oversight/index.ts'
import { destroyAgain, settleJournal } from '../../features/retention/index.ts'
import type { Heads } from '../../platform/audit/heads.ts'
import type { ServiceClock } from '../../platform/clock/service-clock.ts'
import type { FileVault } from '../../platform/files/file-vault.ts'
import type { ActJournal } from '../../platform/journal/act-journal.ts'
import { type ActIntent, carriedOut, letsGo, unsettled } from '../../platform/journal/act-lines.ts'
import { doAgain } from '../../platform/journal/do-again.ts'
import { silentLog } from '../../platform/log.ts'
import type { Id } from '../../values/ids.ts'
import { openDesks } from '../desks.ts'
import { asInstaller, type DatabasePlace } from '../prepare-database.ts'
import { forgottenActs } from './quarantine.ts'

export interface ReplayParts {
  readonly place: DatabasePlace
  readonly journal: ActJournal
  readonly vault: FileVault
  readonly heads: Heads
  readonly clock: ServiceClock
}

/** What was done again, by kind; and what could not be, by its number in the journal and why. */
export interface Replayed {
  readonly done: Readonly<Record<string, number>>
  readonly failed: readonly { readonly intent: Id; readonly act: string; readonly why: string }[]
}

const isHold = (act: ActIntent) => act.act === 'hold' || act.act === 'hold-lifted'
const isErasure = (act: ActIntent) => act.act === 'erasure'
const isNeither = (act: ActIntent) => !isHold(act) && !isErasure(act)

/**
 * Does again, in a database that was made from an older copy, all that the journal holds and the database has forgotten: in the
 * order in which it was done: what was erased before its file was held goes, and what was held goes no sooner than it was let go. Each act
 * is a transaction, so that what is cut off goes on from there. What a crash left without an outcome counts as done, unless it lets
 * something go: on a lost database nobody can tell, and the safer of the two is taken. It comes last, holds first, erasures after all.
 */
export async function replay({ place, journal, vault, heads, clock }: ReplayParts): Promise<Replayed> {
  const lines = await journal.lines()
  const open = unsettled(lines).filter((it) => !letsGo(it))
  const last = [...open.filter(isHold), ...open.filter(isNeither), ...open.filter(isErasure)]
  const forgotten = await forgottenActs(place, [...carriedOut(lines), ...last])
  const done: Record<string, number> = {}
  const failed: { intent: Id; act: string; why: string }[] = []
  const desks = openDesks(place, clock, silentLog, journal)
  try {
    await asInstaller(place, async (admin, names) => {
      for (const act of forgotten) {
        try {
          const files = act.act === 'erasure' ? [...act.files, ...(await destroyAgain(desks.desk.worker, act))] : []
          await doAgain(admin, names, act)
          for (const name of files) await vault.remove(name)
          done[act.act] = (done[act.act] ?? 0) + 1
        } catch (error) {
          failed.push({ intent: act.intent, act: act.act, why: (error as Error).message })
        }
      }
      if (failed.length > 0) return
      await settleJournal(desks.desk.worker, { journal, vault })
      // The seals that were lost with the database are not a tail that somebody cut off.
      if ((await heads.lines()).length > 0) await noteRestored(desks.desk.worker, heads)
      await admin.query(`SET ROLE "${names.owner}"`)
      await admin.query('UPDATE ev.restoration SET replayed_at = $1, replayed_acts = $2 WHERE replayed_at IS NULL', [
        clock.now().toString(),
        forgotten.length,
      ])
    })
  } finally {
    await desks.close()
  }
  return { done, failed }
}
