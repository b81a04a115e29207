import type { Id } from '../../../values/ids.ts'
import type { Service } from '../../service.ts'
import type { SignInOf } from '../../sign-in.ts'
import type { DemonstrationClock } from '../demonstration-clock.ts'
import { Acts } from './beats.ts'
import {
  clearInvitation,
  comeApart,
  followUp,
  keepPaper,
  sendInvitation,
  takeYes,
  tellArrangements,
  writeAbout,
  writeIn,
} from './casework-beats.ts'
import { type Cast, engageCast, sayHours } from './cast.ts'
import { Chance } from './chance.ts'
import { clearDesk } from './clear-desk.ts'
import { inventPerson } from './invented-people.ts'
import { offerToBoth } from './offer-beats.ts'
import { bringOldRecords } from './old-records.ts'
import { type Plot, plots } from './plots.ts'
import { readPages } from './readers.ts'
import { askToDelete, askToSee } from './request-beats.ts'
import type { HeldMeeting, Thread } from './thread.ts'
import { askForCall, referrals } from './visitors.ts'
import { weekday } from './weekday.ts'

interface Beat {
  readonly at: Temporal.Instant
  play(): Promise<void>
}

interface StoryParts {
  readonly service: Service
  readonly signIn: SignInOf
  readonly clock: DemonstrationClock
  /** Lets everything happen that is due at the clock's time. */
  runJobs(): Promise<unknown>
  /** Lets the mail leave that was just written. */
  sendMail(): Promise<unknown>
}

/** What came up in these last hours still waits on somebody's desk. */
const recent = 24 * 4

/** Between beats the jobs run at least this often, so that mail leaves and clocks are looked at; in the last weeks daily. */
const jobsEvery = Temporal.Duration.from({ hours: 24 * 20 })
const daily = { of: Temporal.Duration.from({ hours: 24 }), since: { days: 30 } } as const

/**
 * Makes the demonstration's seven years, in the order in which they happened: each beat sets the clock and does what a form does.
 */
export async function tellStory(parts: StoryParts): Promise<void> {
  const now = Temporal.Now.zonedDateTimeISO('Europe/London').startOfDay().add({ hours: 9 })
  parts.clock.stand(now.subtract({ years: 8, months: 1 }).toInstant())
  const cast = await engageCast(parts)
  const acts = new Acts(parts.service, cast)
  const chance = new Chance(20261121)
  const threads = plots.map((plot, index) => threadOf(plot, index, cast, chance))
  const queue = threads.flatMap((thread) => beatsOf(acts, thread, now))
  const office = { service: parts.service, cast }
  queue.push(...threads.flatMap((thread) => officeBeats(office, thread, now)))
  for (const months of [1, 2, 3])
    queue.push({ at: now.subtract({ months }).toInstant(), play: () => readPages(parts.service, chance) })
  // A chance of their own: what the others of the story draw stays as it was.
  const visitors = new Chance(20261122)
  const at = (days: number, hour: number) => weekday(now.subtract({ days })).with({ hour, minute: 20 }).toInstant()
  queue.push(
    ...referrals(parts.service, cast.coordinator, visitors).map(({ on, play }) => ({ at: at(on, 13), play })),
    { at: at(3, 16), play: () => askForCall(parts.service, visitors) },
    { at: at(2, 15), play: () => writeIn(parts.service, visitors) },
    { at: at(9, 11), play: () => askToSee(office, threads) },
    { at: at(5, 17), play: () => askToDelete(parts.service, visitors) },
    { at: now.subtract({ minutes: 30 }).toInstant(), play: () => offerToBoth(office, threads, now) },
  )
  const runUntil = async (end: Temporal.Instant, from: Temporal.Instant): Promise<Temporal.Instant> => {
    let ran = from
    for (;;) {
      const isLate = Temporal.Instant.compare(ran, now.subtract(daily.since).toInstant()) > 0
      const next = ran.add(isLate ? daily.of : jobsEvery)
      if (Temporal.Instant.compare(next, end) > 0) return ran
      ran = next
      parts.clock.stand(ran)
      if (ran.toZonedDateTimeISO('Europe/London').dayOfWeek <= 5) await parts.runJobs()
    }
  }
  let jobsRan = parts.clock.now()
  // A beat may bring others, such as the meeting that it booked: the queue is kept in order of time.
  for (;;) {
    queue.sort((one, other) => Temporal.Instant.compare(one.at, other.at))
    const beat = queue.shift()
    if (!beat || Temporal.Instant.compare(beat.at, now.toInstant()) > 0) break
    jobsRan = await runUntil(beat.at, jobsRan)
    parts.clock.stand(beat.at)
    await beat.play()
    await parts.sendMail()
    if (now.since(beat.at.toZonedDateTimeISO('Europe/London')).total('hours') > recent)
      await clearDesk(parts.service, cast.coordinator)
  }
  await runUntil(now.toInstant(), jobsRan)
  parts.clock.stand(now.toInstant())
  await parts.runJobs()
  await sayHours(parts.service, cast)
  parts.clock.stand(null)
}

function threadOf(plot: Plot, index: number, cast: Cast, chance: Chance): Thread {
  const at = index % cast.mediators.length
  return {
    plot,
    chance,
    a: inventPerson(chance),
    b: inventPerson(chance),
    mediator: cast.mediators[at] as Id,
    room: cast.rooms[at % cast.rooms.length] as Id,
    reference: '',
    enquiryId: null,
    caseId: null,
  }
}

const order = [
  'enquiry',
  'answered',
  'opened',
  'miam-booked',
  'miam-held',
  'both-miams',
  'in-sessions',
  'closed',
  'reopened',
  'held',
] as const

/** The beats of one case from its enquiry on, as far as its plot goes. */
function beatsOf(acts: Acts, thread: Thread, now: Temporal.ZonedDateTime): Beat[] {
  const { plot } = thread
  const start = now.subtract({ days: plot.daysAgo })
  const on = (days: number, hour = 10) => weekday(start.add({ days })).with({ hour, minute: 0 }).toInstant()
  const reaches = (stage: (typeof order)[number]) => order.indexOf(plot.reach) >= order.indexOf(stage)
  const meeting = { kind: 'miam' as const, zone: 'A' as const }
  const beats: Beat[] = [{ at: on(0), play: () => acts.referSelf(thread) }]
  const add = (at: Temporal.Instant, play: () => Promise<void>) => void beats.push({ at, play })
  if (plot.reach === 'answered') add(on(1), () => acts.answer(thread))
  if (reaches('opened')) add(on(2), () => acts.open(thread, plot.reach !== 'opened'))
  if (!reaches('miam-booked')) return beats
  const isHeld = reaches('miam-held')
  addMeeting(add, acts, thread, { ...meeting, bookedAt: on(3), at: on(isHeld ? 12 : plot.daysAgo + 4), held: isHeld })
  if (reaches('both-miams'))
    addMeeting(add, acts, thread, { ...meeting, zone: 'B', bookedAt: on(20), at: on(26), held: true })
  if (reaches('both-miams') && plot.reach === 'both-miams')
    addMeeting(add, acts, thread, {
      kind: 'session',
      zone: 'both',
      bookedAt: on(28),
      at: on(plot.daysAgo + 6, 14),
      held: false,
    })
  const sessions = reaches('in-sessions') ? plot.sessions : 0
  for (let count = 0; count < sessions; count++) {
    addMeeting(add, acts, thread, {
      kind: 'session',
      zone: 'both',
      bookedAt: on(28 + count * 21),
      at: on(38 + count * 21, 14),
      held: true,
    })
  }
  if (sessions > 0) add(on(40), () => acts.attach(thread))
  addEnding(add, acts, thread, { on, sessions })
  return beats
}

/** Cases of these last months show what the office does beside the meetings. */
const lately = { days: 200 } as const

/** Who is invited, what is followed up, where the paper is, for a case that runs. */
function officeBeats(office: Parameters<typeof followUp>[0], thread: Thread, now: Temporal.ZonedDateTime): Beat[] {
  const { plot } = thread
  if (plot.daysAgo > lately.days || plot.outcome) return []
  const start = now.subtract({ days: plot.daysAgo })
  const on = (days: number, hour: number) => weekday(start.add({ days })).with({ hour, minute: 40 }).toInstant()
  const beats: Beat[] = []
  const came = order.indexOf(plot.reach) >= order.indexOf('both-miams')
  // The newest of those that wait still waits for the mediator.
  if (came || (plot.reach === 'miam-held' && plot.daysAgo > 32))
    beats.push(
      { at: on(18, 11), play: () => clearInvitation(office, thread) },
      { at: on(18, 15), play: () => sendInvitation(office, thread) },
    )
  if (came) beats.push({ at: on(19, 9), play: () => takeYes(office, thread) })
  if (plot.reach === 'both-miams') beats.push({ at: on(27, 12), play: () => comeApart(office, thread) })
  if (plot.reach === 'in-sessions') beats.push({ at: on(30, 12), play: () => keepPaper(office, thread) })
  if (plot.reach === 'in-sessions' && plot.sessions === 2)
    beats.push(
      { at: on(62, 16), play: () => tellArrangements(office, thread) },
      { at: now.subtract({ days: 6 }).toInstant(), play: () => bringOldRecords(office, thread) },
    )
  if (plot.reach === 'in-sessions' && plot.sessions === 1)
    beats.push(
      { at: now.subtract({ days: 20 }).toInstant(), play: () => followUp(office, thread) },
      { at: now.subtract({ hours: 20 }).toInstant(), play: () => writeAbout(office.service, thread) },
    )
  return beats
}

type Add = (at: Temporal.Instant, play: () => Promise<void>) => void

interface Meeting {
  readonly kind: 'miam' | 'session'
  readonly zone: 'A' | 'B' | 'both'
  readonly bookedAt: Temporal.Instant
  readonly at: Temporal.Instant
  readonly held: boolean
}

/** Books a meeting, and if it was held records who came and what was written. */
function addMeeting(add: Add, acts: Acts, thread: Thread, meeting: Meeting): void {
  const booked: { meeting: HeldMeeting | null } = { meeting: null }
  add(meeting.bookedAt, async () => {
    booked.meeting = await acts.book(thread, meeting)
  })
  if (!meeting.held) return
  // A day later: by then it is over, whichever time was free.
  add(meeting.at.add({ hours: 72 }), async () => {
    const held = booked.meeting as HeldMeeting
    await acts.attend(held.id, meeting.zone)
    if (meeting.zone === 'both') await acts.session(thread, held)
    else await acts.miam(thread, meeting.zone, held)
  })
}

function addEnding(
  add: Add,
  acts: Acts,
  thread: Thread,
  plan: { on(days: number): Temporal.Instant; sessions: number },
): void {
  const { plot } = thread
  const end = 60 + plan.sessions * 21
  if (!['closed', 'reopened', 'held'].includes(plot.reach)) return
  add(plan.on(end), () => acts.close(thread))
  if (plot.reach === 'held') add(plan.on(end + 30), () => acts.hold(thread))
  if (plot.reach === 'reopened') add(plan.on(end + 60), () => acts.reopen(thread))
}
