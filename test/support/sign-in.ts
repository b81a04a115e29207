import { randomBytes } from 'node:crypto'
import { codeOfStep, stepAt } from '../../src/platform/sign-in/one-time-code.ts'
import { openSignIn, openSignInGround, type SignIn } from '../../src/platform/sign-in/open-sign-in.ts'
import { openPartyDoor, type PartyDoor } from '../../src/platform/sign-in/party-door.ts'
import type { SignInGround } from '../../src/platform/sign-in/sign-in-ground.ts'
import type { SetCookie } from '../../src/platform/web/route.ts'
import type { Id } from '../../src/values/ids.ts'
import { TestClock, type TestService } from './service.ts'

export const goodPassword = 'velvet orrery kelp'

// A few milliseconds: enough that a try without a hash would show.
const hashCost = { memory: 8192, passes: 1, parallelism: 1 }

/** A browser with its cookies. */
export class Browser {
  cookies: Record<string, string> = {}
  readonly address: string
  readonly agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

  constructor(address = '192.0.2.10') {
    this.address = address
  }

  keep(cookies: readonly SetCookie[]): void {
    for (const { name, value, maxAge } of cookies) {
      if (maxAge > 0) this.cookies[name] = value
      else delete this.cookies[name]
    }
  }

  get from() {
    return { cookies: { ...this.cookies }, address: this.address, agent: this.agent }
  }
}

export interface Colleague {
  readonly id: Id
  readonly name: string
  readonly email: string
  readonly authenticatorKey: Buffer
  readonly recoveryCodes: readonly string[]
  /** The browser in which the account was set up. */
  readonly browser: Browser
}

export interface TestSignIn {
  readonly signIn: SignIn
  readonly partyDoor: PartyDoor
  readonly ground: SignInGround
  readonly machine: TestClock
  /** Somebody who has joined, with password and authenticator. */
  colleague(role: string, name?: string): Promise<Colleague>
  /** The code that an authenticator shows now; half a minute later than any before, so that it was not used. */
  freshCode(colleague: Pick<Colleague, 'authenticatorKey'>): string
  /** Signs in by password and code. */
  enter(colleague: Colleague, browser: Browser): Promise<void>
}

export function testSignIn(service: TestService): TestSignIn {
  const machine = new TestClock('2026-11-23T10:00:00Z')
  const parts = { pool: service.authPool, secret: randomBytes(32), machine, service: service.clock, hashCost }
  const ground = openSignInGround(parts)
  const signIn = openSignIn(ground)
  const freshCode = (of: Pick<Colleague, 'authenticatorKey'>) => {
    machine.forward('PT31S')
    return codeOfStep(of.authenticatorKey, stepAt(machine.now()))
  }
  return {
    signIn,
    partyDoor: openPartyDoor(ground),
    ground,
    machine,
    freshCode,
    async colleague(role, name = `Test ${role}`) {
      const { id } = await service.staff(role, name)
      const link = signIn.newLink('join')
      await service.look(
        `INSERT INTO ev.staff_link (token_hash, staff_id, kind, expires_at) VALUES ($1, $2, 'join', $3)`,
        [link.tokenHash, id, link.expiresAt.toString()],
      )
      const offer = await signIn.lookAtLink(link.token)
      if (!offer?.email) throw new Error('the link offers nothing')
      const { authenticatorKey, email } = offer
      const browser = new Browser()
      const sent = { password: goodPassword, code: freshCode({ authenticatorKey }), ...browser.from }
      const outcome = await signIn.setUpByLink(link.token, sent)
      if (!outcome.done) throw new Error(outcome.reason)
      browser.keep(outcome.value.cookies)
      return { id, name, email, authenticatorKey, recoveryCodes: outcome.value.recoveryCodes, browser }
    },
    async enter(colleague, browser) {
      const first = await signIn.enterPassword({ email: colleague.email, password: goodPassword, ...browser.from })
      if (!first.done) throw new Error(first.reason)
      browser.keep([first.value])
      const second = await signIn.enterCode({ code: freshCode(colleague), ...browser.from })
      if (!second.done) throw new Error(second.reason)
      browser.keep(second.value.cookies)
    },
  }
}
