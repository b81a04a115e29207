import { machineClock } from '../platform/clock/service-clock.ts'
import { openSignIn, openSignInGround, type SignIn } from '../platform/sign-in/open-sign-in.ts'
import { openPartyDoor, type PartyDoor } from '../platform/sign-in/party-door.ts'
import type { SignInGround } from '../platform/sign-in/sign-in-ground.ts'
import type { Service } from './service.ts'

export interface SignInOf {
  readonly ground: SignInGround
  readonly signIn: SignIn
  readonly partyDoor: PartyDoor
}

/** Sign-in of a service, on its own login; its times are the machine's. */
export function openSignInOf(service: Service): SignInOf {
  const ground = openSignInGround({
    pool: service.desks.authPool,
    secret: service.secrets.signInSecret,
    machine: machineClock,
    service: service.clock,
  })
  return { ground, signIn: openSignIn(ground), partyDoor: openPartyDoor(ground) }
}
