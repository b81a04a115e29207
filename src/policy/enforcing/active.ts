import type { CompiledPolicy, CompiledPurpose } from '../compiled.ts'
import { entriesOf } from '../findings.ts'
import type { CategoryKey } from '../vocabulary.ts'

/** The purposes that the software acts under; what is only planned enforces nothing yet. */
export const activePurposes = (policy: CompiledPolicy): CompiledPurpose[] =>
  entriesOf(policy.purposes)
    .map(([, purpose]) => purpose)
    .filter((purpose) => purpose.state === 'active')

/** Every category that a purpose touches, once. */
export const categoriesOf = (purpose: CompiledPurpose): CategoryKey[] => [
  ...new Set([...purpose.reads, ...purpose.writes, ...purpose.removes]),
]
