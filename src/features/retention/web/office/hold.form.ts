import { z } from 'zod'
import { oneOf, requiredText } from '../../../../platform/web/field-schemas.ts'
import { type Authority, authorities, type Hold, type HoldKind, holdKinds } from '../../../cases/index.ts'

/** After how long a hold is looked at again: never later than half a year. */
export const reviewPeriods = ['P1M', 'P3M', 'P6M'] as const

export const longestReason = 1000

/** A kind of data that a file may hold, with what it is called. */
export interface KindOfData {
  readonly key: string
  readonly title: string
}

export const heldParts = ['all', 'A', 'B'] as const
export const partWords: Readonly<Record<(typeof heldParts)[number], string>> = {
  all: 'Everything in the file',
  A: 'What is of the first party, in every file of theirs',
  B: 'What is of the other party, in every file of theirs',
}

export const holdForm = (kinds: readonly KindOfData[]) =>
  z.object({
    part: oneOf(heldParts, 'Choose what is held'),
    category: oneOf(['all', ...kinds.map(({ key }) => key)], 'Choose a kind of data'),
    kind: oneOf(holdKinds, 'Choose what it is for'),
    authority: oneOf(authorities, 'Choose on whose word'),
    reason: requiredText('Say why it must be kept', longestReason),
    review: oneOf(reviewPeriods, 'Choose when somebody looks again'),
  })

export const kindWords: Readonly<Record<HoldKind, string>> = {
  claim: 'A claim or a court case',
  complaint: 'A complaint',
  audit: 'An audit of our work',
  safeguarding: 'The safety of somebody',
  request: 'A request about data that has no answer',
}

export const authorityWords: Readonly<Record<Authority, string>> = {
  court: 'A court',
  solicitor: 'A solicitor',
  regulator: 'A regulator or an ombudsman',
  insurer: 'Our insurer',
  auditor: 'An auditor',
  police: 'The police',
  person: 'The person themselves',
  ourselves: 'Our own decision',
}

/** What of a file a hold covers, in words. */
export function partOf(hold: Pick<Hold, 'side' | 'category'>, kinds: readonly KindOfData[]): string {
  const whose = partWords[hold.side ?? 'all']
  if (hold.category === null) return whose
  const title = kinds.find(({ key }) => key === hold.category)?.title ?? hold.category
  return `${whose}: ${title}`
}
