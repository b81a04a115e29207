import type { Job } from '../../../platform/web/route.ts'
import type { Classification } from '../../../policy/classification.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { SweepTools } from '../../retention/index.ts'
import { carryOutErasures } from '../actions/carry-out-erasure.ts'

/** Deletes what was decided, once the letter about it has left. */
export const erasuresJob = (tools: SweepTools & { readonly classes: Classification }): Job<PurposeKey> => ({
  name: 'erasures',
  purpose: 'retention',
  run: (desk) => carryOutErasures(desk, tools),
})
