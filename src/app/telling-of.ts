import { disclosuresPlugin } from '../features/disclosures/plugin.ts'
import { safeguardingPlugin } from '../features/safeguarding/plugin.ts'
import type { Route } from '../platform/web/route.ts'
import type { CompiledPolicy } from '../policy/index.ts'
import type { PurposeKey } from '../policy/vocabulary.ts'

/** Telling others, and guarding somebody's safety, through one gate. */
export const tellingOf = (policy: CompiledPolicy): readonly Route<PurposeKey>[] => [
  ...disclosuresPlugin({ policy }).routes,
  ...safeguardingPlugin({ policy }).routes,
]
