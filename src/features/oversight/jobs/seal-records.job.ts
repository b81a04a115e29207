import type { Heads } from '../../../platform/audit/heads.ts'
import type { Job } from '../../../platform/web/route.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { sealRecords } from '../actions/seal-records.ts'

/** What was not sealed for so long is sealed at the next tick. The machine's clock: nobody's deadline hangs on it. */
const everyMs = 60_000

/** Seals the records at the start, and then once a minute. */
export function sealRecordsJob(heads: Heads): Job<PurposeKey> {
  let last = Number.NEGATIVE_INFINITY
  return {
    name: 'seal records',
    purpose: 'accountability',
    run: async (desk) => {
      if (performance.now() - last < everyMs) return 0
      last = performance.now()
      await sealRecords(desk, heads)
      // Sealing is no work that anybody waits for: it is not counted as something done.
      return 0
    },
  }
}
