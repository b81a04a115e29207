import type { Keyring } from '../../../../platform/files/keyring.ts'
import type { SignIn } from '../../../../platform/sign-in/open-sign-in.ts'
import type { PasskeySite } from '../../../../platform/sign-in/passkeys.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'

/** What the pages of staff and of signing in are given. */
export interface StaffTools {
  readonly signIn: SignIn
  readonly keyring: Keyring
  /** Under which the service is reached: links that are handed over begin with it. */
  readonly origin: URL
  /** The service's name, as an authenticator app lists it. */
  readonly serviceName: string
  mayAct(role: string, purpose: PurposeKey): boolean
}

/** Where passkeys are made and used. */
export const siteOf = (tools: StaffTools): PasskeySite => ({ origin: tools.origin, name: tools.serviceName })

/** Where one is after signing in. */
export const home = '/office/today'
