import type { Id } from '../../values/ids.ts'
import type { SetCookie } from '../web/route.ts'
import { makePartySignIn } from './party-sign-ins.ts'
import type { SignInGround } from './sign-in-ground.ts'
import { makeSignIn } from './sign-ins.ts'

/**
 * Makes a real sign-in for somebody without asking for password or code. The demonstration alone imports this: with it, whoever
 * reaches the server is whom they like.
 */
export const makeSignInFor = (
  ground: SignInGround,
  staffId: Id,
  from: { readonly cookies: Readonly<Record<string, string>>; readonly agent?: string | undefined },
): Promise<SetCookie> => makeSignIn(ground, staffId, from)

/** The same for a party, as if they had entered a code that was handed over on paper. */
export const makePartySignInFor = (
  ground: SignInGround,
  personId: Id,
  from: { readonly cookies: Readonly<Record<string, string>> },
): Promise<SetCookie> => makePartySignIn(ground, { personId, pointId: null }, from.cookies)

/** The same for a professional who has an account. */
export const makeReferrerSignInFor = (
  ground: SignInGround,
  professionalId: Id,
  from: { readonly cookies: Readonly<Record<string, string>> },
): Promise<SetCookie> => makePartySignIn(ground, { professionalId }, from.cookies)
