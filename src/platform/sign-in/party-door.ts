import type { Id } from '../../values/ids.ts'
import { askForCode, codeOf, enterPartyCode, restingCode, takeCodeRequests } from './party-codes.ts'
import { endPartyToken, partyOf } from './party-sign-ins.ts'
import type { SignInGround } from './sign-in-ground.ts'

type Cookies = Readonly<Record<string, string>>

/** How parties come in: by a code that was sent to a way of contact they called safe, or handed over on paper. */
export const openPartyDoor = (ground: SignInGround) => ({
  /** Who is signed in as a party by these cookies. */
  partyOf: (cookies: Cookies) => partyOf(ground, cookies),
  askForCode: (request: Parameters<typeof askForCode>[1]) => askForCode(ground, request),
  takeCodeRequests: (most: number) => takeCodeRequests(ground, most),
  codeOf: (id: Id) => codeOf(ground, id),
  /** What an action keeps of the code of an identifier, so that it lets its person in. */
  restingCode: (id: Id, lasts: 'mailedCode' | 'paperCode') => restingCode(ground, id, lasts),
  enterCode: (sent: Parameters<typeof enterPartyCode>[1]) => enterPartyCode(ground, sent),
  signOut: (cookies: Cookies) => endPartyToken(ground, cookies),
})

export type PartyDoor = ReturnType<typeof openPartyDoor>
