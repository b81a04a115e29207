import { Acts } from '../../src/app/demonstration/story/beats.ts'
import { type Cast, engageCast } from '../../src/app/demonstration/story/cast.ts'
import { Chance } from '../../src/app/demonstration/story/chance.ts'
import { inventPerson } from '../../src/app/demonstration/story/invented-people.ts'
import type { Thread } from '../../src/app/demonstration/story/thread.ts'
import type { StaffRole } from '../../src/features/staff/index.ts'
import type { Staff } from '../../src/platform/web/route.ts'
import type { Id } from '../../src/values/ids.ts'
import type { Visitor } from './visitor.ts'
import type { WholeService } from './whole-service.ts'

/** A service at work: colleagues, and two cases in the middle of things, made through the acts of the forms. */
export interface World {
  readonly cast: Cast
  readonly acts: Acts
  /** Of the first mediator, with something of every kind in it. */
  readonly live: Thread
  /** Of the second mediator, closed. */
  readonly closed: Thread
  /** Enquiries that nobody has answered and that became no case. */
  readonly waiting: Thread
  /** A browser of a party of the live case. */
  asParty(side: 'A' | 'B'): Promise<Visitor>
  /** A browser of a professional who has an account. */
  asReferrer(): Promise<Visitor>
  /** A browser of the live case's mediator, of one who has neither case, or of somebody else by their role. */
  as(who: 'mediator' | 'otherMediator' | StaffRole): Promise<Visitor & { readonly staff: Staff }>
}

const forMediator = (cast: Cast, which: number, chance: Chance): Thread => ({
  ...{ plot: { daysAgo: 0, reach: 'closed', sessions: 1, outcome: 'agreement', children: 2 }, chance },
  ...{ a: inventPerson(chance), b: inventPerson(chance) },
  ...{ mediator: cast.mediators[which] as Id, room: cast.rooms[which] as Id },
  ...{ reference: '', enquiryId: null, caseId: null },
})

export async function makeWorld(whole: WholeService): Promise<World> {
  const { db, service, own } = whole
  const cast = await engageCast({ service, signIn: own })
  const acts = new Acts(service, cast)
  const chance = new Chance(20261123)
  const closed = forMediator(cast, 1, chance)
  const live = forMediator(cast, 0, chance)
  const waiting = forMediator(cast, 0, chance)
  await acts.referSelf(closed)
  await acts.open(closed, true)
  await acts.close(closed)
  await acts.hold(closed)
  await liveCase(whole, acts, live)
  await acts.referSelf(waiting)
  await whole.runJobs()
  const as: World['as'] = async (who) => {
    const own = { mediator: cast.mediators[0], otherMediator: cast.mediators[2] }[who as 'mediator'] ?? null
    const [found] = await db.look<Staff>(
      'SELECT id, name, role FROM ev.staff WHERE id = $1 OR ($1::uuid IS NULL AND role = $2) ORDER BY name LIMIT 1',
      [own, who],
    )
    return whole.browserOf(found as Staff)
  }
  const asParty = async (side: 'A' | 'B') => {
    const [found] = await db.look<{ id: Id }>('SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = $2', [
      live.caseId,
      side,
    ])
    return whole.partyIn(found?.id as Id)
  }
  const [referrer] = await db.look<{ id: Id }>(
    `INSERT INTO ev.professional (name, work, organisation, email, source, last_contact_on, account_opened_at, account_opened_by)
     VALUES ('Test referrer', 'solicitor', 'Test Law', 'referrer@law.example', 'themselves', now(), now(), $1) RETURNING id`,
    [cast.coordinator],
  )
  const asReferrer = () => whole.referrerIn(referrer?.id as Id)
  return { cast, acts, live, closed, waiting, as, asParty, asReferrer }
}

/** A case with both parties met, one session held and the next one booked. */
async function liveCase({ db }: WholeService, acts: Acts, thread: Thread): Promise<void> {
  await acts.referSelf(thread)
  await acts.open(thread, true)
  const meet = async (kind: 'miam' | 'session', zone: 'A' | 'B' | 'both') => {
    const held = await acts.book(thread, { kind, zone, at: db.clock.now().add({ hours: 24 }) })
    db.clock.set(held.at.add({ hours: 2 }).toString())
    await acts.attend(held.id, zone)
    if (zone === 'both') await acts.session(thread, held)
    else await acts.miam(thread, zone, held)
  }
  await meet('miam', 'A')
  await meet('miam', 'B')
  await meet('session', 'both')
  await acts.attach(thread)
  await acts.book(thread, { kind: 'session', zone: 'both', at: db.clock.now().add({ hours: 24 * 7 }) })
}
