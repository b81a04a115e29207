import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readOutbox } from '../../features/messages/plugin.ts'
import { withCode } from '../../features/portal/index.ts'
import { openLog } from '../../platform/log.ts'
import { outboxTransport } from '../../platform/mail/outbox-transport.ts'
import { makePartySignInFor, makeSignInFor } from '../../platform/sign-in/direct-sign-in.ts'
import { LoopbackProvider } from '../../platform/texts/loopback-provider.ts'
import type { Id } from '../../values/ids.ts'
import { DemonstrationClock } from '../demonstration/demonstration-clock.ts'
import {
  type DemonstrationParts,
  demonstrationBar,
  demonstrationRoutes,
} from '../demonstration/demonstration-pages.tsx'
import { takeDroppedMail } from '../demonstration/drop-box.tsx'
import { nextDue } from '../demonstration/next-due.ts'
import { givenBack } from '../demonstration/outbox.tsx'
import { partiesToBe } from '../demonstration/parties-to-be.ts'
import { tellStory } from '../demonstration/story/tell-story.ts'
import { loadPolicy } from '../load-policy.ts'
import type { Service } from '../service.ts'
import { type Extension, startService } from '../start-service.ts'
import type { CommandOptions } from './options.ts'
import { assetFolder, chosenPort, untilTheEnd } from './start.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)
const policyFile = fileURLToPath(new URL('../../../policies/mediation-trust/policy.ts', import.meta.url))

/** A whole small service with invented people, on a clock that can be moved forward. */
export async function run(options: CommandOptions): Promise<number> {
  const policy = await loadPolicy(policyFile)
  const port = await chosenPort(options.port)
  // Takes texts as the provider would; none leaves this machine.
  const provider = new LoopbackProvider()
  const texts = { origin: (await provider.open()).origin, apiKey: provider.apiKey, from: 'Fenwater' }
  const held: { clock: DemonstrationClock | null } = { clock: null }
  const running = await startService({
    ...options,
    port,
    mail: undefined,
    inboxUrl: undefined,
    databaseUrl: undefined,
    origin: new URL(`http://localhost:${port}`),
    otherOrigins: [`http://127.0.0.1:${port}`],
    policy,
    databaseClock: 'given',
    assetFolder: assetFolder(),
    log: openLog(await logFile(options.data)),
    say,
    mailTransport: outboxTransport,
    texts,
    clock: async (place) => {
      held.clock = await DemonstrationClock.open(place)
      return held.clock
    },
    extend: async ({ service, signIn, tokens, worker, runJobs, sendMail }): Promise<Extension> => {
      const clock = held.clock as DemonstrationClock
      if ((await signIn.signIn.people()).length === 0) {
        say('Making seven years of invented cases. This is done once and takes a little while.')
        await tellStory({ service, signIn, clock, runJobs, sendMail })
      }
      const parts: DemonstrationParts = {
        clock,
        worker,
        nextDue: (after) => nextDue(service, after),
        people: async () => {
          const people = await Promise.all((await signIn.signIn.people()).map((id) => signIn.signIn.person(id)))
          return people.flatMap((person) =>
            person ? [{ ...person, role: policy.roles[person.role as 'mediator']?.title ?? person.role }] : [],
          )
        },
        parties: () => service.desks.desk.worker.read(null, { purpose: 'booking', deed: 'case.listed' }, partiesToBe),
        signInParty: (personId, cookies) => makePartySignInFor(signIn.ground, personId, { cookies }),
        signIn: (staffId, cookies) => makeSignInFor(signIn.ground, staffId, { cookies }),
        signOut: (cookies) => signIn.signIn.signOut(cookies),
        outbox: () => outboxOf(service, (id) => signIn.partyDoor.codeOf(id)),
        takeMail: takeDroppedMail(service),
        giveBack: givenBack(service),
      }
      return {
        routes: demonstrationRoutes(parts),
        extras: { banner: demonstrationBar(parts, () => tokens.make('public', null)) },
      }
    },
  })
  say(`The demonstration is at ${running.address}/demonstration`)
  return untilTheEnd(running, options.lifetime.signal).finally(() => provider.close())
}

/** Every message as it left: with its code, where it bore one. */
async function outboxOf({ desks }: Service, codeOf: (id: Id) => string) {
  const { worker } = desks.desk
  const listed = (purpose: 'booking' | 'enquiries', of: 'case' | 'enquiry') =>
    worker.read(null, { purpose, deed: 'message.listed' }, (scope) => readOutbox(scope, of))
  const all = [...(await listed('booking', 'case')), ...(await listed('enquiries', 'enquiry'))]
  return all.map((it) => ({ ...it, body: withCode(it, () => codeOf(it.id)) }))
}

/** The log goes to a file: the terminal is for the person who tries it. */
async function logFile(folder: string): Promise<NodeJS.WritableStream> {
  const { createWriteStream } = await import('node:fs')
  return createWriteStream(join(folder, 'evenhand.log'), { flags: 'a', mode: 0o600 })
}
