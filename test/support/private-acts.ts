import { bookAppointment, cancelAppointment, moveAppointment } from '../../src/features/bookings/index.ts'
import { addWayToReach } from '../../src/features/cases/index.ts'
import { addFile, releaseFile } from '../../src/features/files/index.ts'
import { recordAnswer } from '../../src/features/invitations/index.ts'
import { handOverCode } from '../../src/features/portal/index.ts'
import { recordMiam, recordScreening, recordSession, writeSummary } from '../../src/features/sessions/index.ts'
import { noScanner } from '../../src/platform/files/scanner.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import type { Outcome } from '../../src/values/outcome.ts'
import type { WholeService } from './whole-service.ts'
import type { World } from './world.ts'

/** Where the acts happen: the live case, its mediator, a coordinator, and B as a person. */
export interface PrivateGround {
  readonly whole: WholeService
  readonly world: World
  readonly caseId: Id
  readonly b: Id
  /** What an earlier act made, for later ones. */
  readonly made: Map<string, Id>
}

/** Something that B does, or that is done for B alone. Nothing of it may show anywhere that A can look. */
export interface PrivateAct {
  readonly name: string
  readonly act: (ground: PrivateGround) => Promise<unknown>
}

const must = async (outcome: Promise<Outcome<Readonly<Record<string, string>>, string>>) => {
  const found = await outcome
  if (!found.done) throw new Error(`B could not: ${found.reason}`)
  return found.value
}
const office = ({ whole }: PrivateGround) => whole.service.desks.desk.office
const today = ({ whole }: PrivateGround) => whole.db.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate()
const key = () => ({ key: newId() })
const alone = { zone: 'B', legalQuality: 'without_prejudice' } as const
const words = 'Said by B alone'

/** Every answer that B can give to an invitation, one after the other. */
const answersOfB = (['attend', 'decline', 'not_me', 'unsafe', 'remove_me'] as const).map(
  (kind): PrivateAct => ({
    name: `B answers an invitation: ${kind}`,
    act: async (ground) => {
      const [row] = await ground.whole.db.look<{ id: Id }>(
        'UPDATE ev.invitation SET outcome = NULL, outcome_on = NULL WHERE case_id = $1 RETURNING id',
        [ground.caseId],
      )
      const given = { ...key(), invitationId: row?.id as Id, kind, way: 'telephone', reach: words } as const
      await must(recordAnswer(office(ground), ground.world.cast.coordinator, given))
      await ground.whole.runJobs()
    },
  }),
)

/** Add to the end: an act may build on those before it. */
export const privateActs: readonly PrivateAct[] = [
  {
    name: 'the MIAM of B is recorded',
    act: async (ground) => {
      const duties = { information_given: words, benefits_explained: words, way_suited: words, how_to_proceed: words }
      const about = { caseId: ground.caseId, side: 'B', appointmentId: null, heldOn: today(ground) } as const
      const miam = { ...key(), ...about, ...duties, suitable: 'yes', legalQuality: 'without_prejudice' } as const
      const { miamId } = await must(recordMiam(office(ground), ground.world.live.mediator, miam))
      ground.made.set('miam', miamId as Id)
    },
  },
  {
    name: 'what B said of fear and harm is recorded',
    act: (ground) =>
      must(
        recordScreening(office(ground), ground.world.live.mediator, {
          ...{ ...key(), caseId: ground.caseId, miamId: ground.made.get('miam') as Id, side: 'B' },
          ...{ abuseRisk: words, childRisk: words },
        }),
      ),
  },
  {
    name: 'a session with B alone is recorded',
    act: (ground) =>
      must(
        recordSession(office(ground), ground.world.live.mediator, {
          ...{ ...key(), ...alone, caseId: ground.caseId, appointmentId: null, heldOn: today(ground), way: 'alone' },
          ...{ discussed: words, agreed: words },
        }),
      ),
  },
  {
    name: 'a summary for B alone is written',
    act: (ground) =>
      must(
        writeSummary(office(ground), ground.world.live.mediator, {
          ...{ ...key(), ...alone, caseId: ground.caseId, sessionId: null, summary: words },
        }),
      ),
  },
  {
    name: 'a document of B is attached and let go',
    act: async (ground) => {
      const { vault, keyring } = ground.whole.service
      const tools = { vault, keyring, scanner: noScanner }
      const upload = { name: 'only-b.txt', bytes: Buffer.from(words) }
      const file = { ...key(), caseId: ground.caseId, zone: 'B', legalQuality: 'open', upload } as const
      const { mediator } = ground.world.live
      const { fileId } = await must(addFile(office(ground), tools, mediator, file))
      await must(releaseFile(office(ground), tools, mediator, { ...key(), fileId: fileId as Id }))
    },
  },
  {
    name: 'a way to reach B is added',
    act: async (ground) => {
      const point = {
        kind: 'email',
        value: 'only-b@party.example',
        postcode: null,
        source: 'self',
        safety: 'safe',
      } as const
      const added = {
        ...key(),
        caseId: ground.caseId,
        personId: ground.b,
        point: { ...point, voicemailSafety: 'not_asked' },
      }
      await must(addWayToReach(office(ground), ground.world.cast.coordinator, added as never))
    },
  },
  {
    name: 'a meeting with B alone is booked, and B is told',
    act: async (ground) => {
      const { live, cast } = ground.world
      const startsAt = ground.whole.db.clock.now().add({ hours: 24 * 40 })
      const slot = { mediatorId: live.mediator, means: 'telephone', roomId: null, startsAt } as const
      const booking = { ...key(), ...slot, caseId: ground.caseId, kind: 'miam', zone: 'B' } as const
      const booked = { ...booking, endsAt: startsAt.add({ minutes: 60 }) }
      const made = await must(bookAppointment(office(ground), cast.coordinator, booked, { serviceName: 'Service' }))
      ground.made.set('appointment', made.appointmentId as Id)
      await ground.whole.runJobs()
    },
  },
  {
    name: 'it is moved',
    act: async (ground) => {
      const { live, cast } = ground.world
      const startsAt = ground.whole.db.clock.now().add({ hours: 24 * 41 })
      const slot = { mediatorId: live.mediator, means: 'telephone', roomId: null, startsAt } as const
      const change = { ...key(), appointmentId: ground.made.get('appointment') as Id, revision: 0 }
      const moved = { ...change, ...slot, endsAt: startsAt.add({ minutes: 60 }) }
      await must(moveAppointment(office(ground), cast.coordinator, moved, { serviceName: 'Service' }))
      await ground.whole.runJobs()
    },
  },
  {
    name: 'it is cancelled',
    act: async (ground) => {
      const change = { ...key(), appointmentId: ground.made.get('appointment') as Id, revision: 1, by: 'B' } as const
      const tools = { serviceName: 'Service' }
      await must(cancelAppointment(office(ground), ground.world.cast.coordinator, change, tools))
      await ground.whole.runJobs()
    },
  },
  {
    name: 'B gets a code on paper, signs in and looks at everything',
    act: async (ground) => {
      const { door, coordinator } = { door: ground.whole.own.partyDoor, coordinator: ground.world.cast.coordinator }
      const handed = { ...key(), caseId: ground.caseId, personId: ground.b }
      const { codeId } = await must(handOverCode(office(ground), door, coordinator, handed))
      const visitor = ground.whole.visitor('192.0.2.77')
      await visitor.send('/portal/code', { code: door.codeOf(codeId as Id) })
      for (const path of ['/portal', '/portal/papers', '/portal/contact']) await visitor.get(path)
    },
  },
  {
    name: 'the ways to reach B are marked unsafe',
    act: (ground) =>
      ground.whole.db.look(
        `UPDATE ev.contact_point SET safety = 'unsafe', voicemail_safety = 'unsafe' WHERE person_id = $1`,
        [ground.b],
      ),
  },
  ...answersOfB,
]
