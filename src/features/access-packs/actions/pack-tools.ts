import type { FileVault } from '../../../platform/files/file-vault.ts'
import type { Keyring } from '../../../platform/files/keyring.ts'
import type { Classification } from '../../../policy/classification.ts'
import type { CompiledPolicy, SettingValues } from '../../../policy/index.ts'
import type { ServiceVoice } from '../../messages/index.ts'

export interface PackTools {
  readonly policy: CompiledPolicy
  readonly classification: Classification
  readonly vault: FileVault
  readonly keyring: Keyring
  /** For how long somebody can take what they asked for, as an ISO duration. */
  readonly goodFor: string
  readonly settings: () => Promise<SettingValues>
  readonly voice: () => Promise<ServiceVoice>
}

export type PackRefusal =
  | 'no_such'
  | 'twice'
  | 'identity_first'
  | 'undecided'
  | 'same_person'
  | 'ready_first'
  | 'opinion_first'
  | 'opinion_old'
  | 'over'

/** What the database refuses, and what whoever caused it is told. */
export const packRefusals: Readonly<Record<string, PackRefusal>> = {
  access_pack_once: 'twice',
  pack_identity_first: 'identity_first',
  pack_undecided: 'undecided',
  pack_two_people: 'same_person',
  pack_ready_first: 'ready_first',
  pack_item_health: 'opinion_first',
  pack_opinion_old: 'opinion_old',
  pack_over: 'over',
}
