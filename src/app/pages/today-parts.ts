import { appointmentsOf } from '../../features/bookings/index.ts'
import { appointmentPath, fromTo, whatWords, whereWords } from '../../features/bookings/plugin.ts'
import { caseReferences } from '../../features/cases/index.ts'
import { filesWithGaps } from '../../features/casework/index.ts'
import { enquiryReferences, listEnquiries } from '../../features/enquiries/index.ts'
import { invitationsToday } from '../../features/invitations/plugin.ts'
import { postToday } from '../../features/mailbox/plugin.ts'
import { type WaitingMessages, waitingMessages } from '../../features/messages/index.ts'
import { certificatesEnding, endingNotice } from '../../features/sessions/index.ts'
import { registrationsToRenew } from '../../features/settings/index.ts'
import { mediators, waitingResets } from '../../features/staff/index.ts'
import type { TaskPurpose, TodayItem } from '../../features/tasks/index.ts'
import { type ReferencesOf, type RingingOf, tasksOfToday } from '../../features/tasks/plugin.ts'
import type { StaffRequest } from '../../platform/web/route.ts'
import type { CompiledPolicy } from '../../policy/index.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { howLong, londonDay, plainDate } from '../../ui/dates.ts'
import { breaches, complaints } from './complaints-today.ts'
import { requests } from './requests-today.ts'
import { ringingOf } from './ringing.ts'
import type { TodayPart } from './today.tsx'

type Request = StaffRequest<PurposeKey>

/** More than this nobody answers in a day; the whole list is one press away. */
const mostShown = 20

const newEnquiries: TodayPart = {
  name: 'enquiries',
  purpose: 'enquiries',
  title: 'New enquiries',
  empty: 'No enquiry waits. They come in from the website, or when you record a call.',
  all: { href: '/office/enquiries', text: 'All enquiries' },
  items: async ({ desk, staff, today }: Request): Promise<TodayItem[]> => {
    const deed = { purpose: 'enquiries', deed: 'enquiry.listed' } as const
    const waiting = await desk.read(staff.id, deed, (scope) =>
      listEnquiries(scope, { status: 'new', limit: mostShown }),
    )
    return waiting.map((it) => ({
      words: 'Answer an enquiry',
      href: `/office/enquiries/${it.id}`,
      about: it.name,
      when: `Came ${howLong(londonDay(it.receivedAt), today)}`,
      urgent: today.since(londonDay(it.receivedAt)).days >= 1,
    }))
  },
}

const appointmentsToday: TodayPart = {
  name: 'appointments',
  purpose: 'booking',
  title: 'Appointments today',
  empty: 'Nothing is booked for today.',
  all: { href: '/office/diary', text: 'Diary' },
  items: async ({ desk, staff, today }: Request): Promise<TodayItem[]> => {
    const deed = { purpose: 'booking', deed: 'appointment.listed' } as const
    const own = staff.role === 'mediator' ? staff.id : undefined
    const found = await desk.read(staff.id, deed, (scope) => appointmentsOf(scope, today, own))
    return found.map((it) => ({
      words: whatWords(it),
      href: appointmentPath(it.id),
      about: whereWords(it),
      when: fromTo(it),
      urgent: false,
    }))
  },
}

/** What a person must do now; what waits for a day or for somebody else is on the board. */
const invitations: TodayPart = {
  name: 'invitations',
  purpose: 'invitation',
  title: 'Invitations',
  empty: 'Nobody waits to be invited, and no answer waits to be looked at.',
  all: { href: '/office/invitations', text: 'All invitations' },
  items: invitationsToday,
}

const gaps: TodayPart = {
  name: 'gaps',
  purpose: 'booking',
  title: 'Files to complete',
  empty: 'Each of your files holds what it must by now.',
  items: async ({ desk, staff }: Request): Promise<TodayItem[]> => {
    if (staff.role !== 'mediator') return []
    const deed = { purpose: 'booking', deed: 'file.gaps-listed' } as const
    const found = await desk.read(staff.id, deed, (scope) => filesWithGaps(scope, staff.id))
    return found.map(({ it, gaps }) => ({
      words: gaps.length === 1 ? 'One thing is missing from a file' : `${gaps.length} things are missing from a file`,
      href: `/office/cases/${it.id}#fileHolds`,
      about: it.reference,
      when: [...new Set(gaps.map((gap) => gap.standard.title))].join(', '),
      urgent: false,
    }))
  },
}

const waitingMail: TodayPart = {
  name: 'mail',
  purpose: 'booking',
  title: 'Mail that waits',
  empty: 'No mail waits to be sent, and no letter to be posted.',
  all: { href: '/office/letters', text: 'Letters to post' },
  items: async ({ desk, staff, today }: Request): Promise<TodayItem[]> => {
    const waiting = await desk.read(staff.id, { purpose: 'booking', deed: 'message.listed' }, waitingMessages)
    return [...lettersWaiting(waiting.letters, today), ...mailsWaiting(waiting, today)]
  },
}

function lettersWaiting({ count, since }: WaitingMessages['letters'], today: Temporal.PlainDate): TodayItem[] {
  if (since === null) return []
  return [
    {
      words: `Print and post ${count} ${count === 1 ? 'letter' : 'letters'}`,
      href: '/office/letters',
      about: 'All of them in one place, each with its envelope',
      when: `The first was written ${howLong(londonDay(since), today)}`,
      urgent: false,
    },
  ]
}

function mailsWaiting(waiting: WaitingMessages, today: Temporal.PlainDate): TodayItem[] {
  if (waiting.since === null) return []
  const since = londonDay(waiting.since)
  return [
    {
      words: `${waiting.count} ${waiting.count === 1 ? 'message has' : 'messages have'} not been sent`,
      href: null,
      about:
        waiting.tried > 0 ? 'The mail server did not take them' : 'They go when a mail server is set up and reached',
      when: `The first was written ${howLong(since, today)}`,
      urgent: today.since(since).days >= 1,
    },
  ]
}

/** A booking colleague reads enquiries too; the privacy officer sees a case by its reference alone. */
const references: Record<TaskPurpose, ReferencesOf> = {
  booking: async (scope, { cases, enquiries }) =>
    new Map(
      (await Promise.all([caseReferences(scope, cases), enquiryReferences(scope, enquiries)])).flatMap((it) => [...it]),
    ),
  accountability: (scope, ids) => caseReferences(scope, ids.cases),
}

/** The privacy officer rings nobody, and may not read how anybody is reached. */
const ringing: Record<TaskPurpose, RingingOf> = { booking: ringingOf, accountability: async () => new Map() }

/** Ahead enough that a registration can be renewed before it ends. */
const renewalNotice = { months: 2 } as const

const registrations: TodayPart = {
  name: 'registrations',
  purpose: 'administration',
  title: 'Registrations to renew',
  empty: 'Every mediator’s registration holds for two months or more.',
  all: { href: '/office/settings', text: 'Settings' },
  items: async ({ desk, staff, today }: Request): Promise<TodayItem[]> => {
    const deed = { purpose: 'administration', deed: 'settings.opened' } as const
    const found = await desk.read(staff.id, deed, async (scope) =>
      registrationsToRenew(scope, await mediators(scope), today.add(renewalNotice)),
    )
    return found.map((it) => ({
      words: 'Record a registration',
      href: `/office/settings/mediators/${it.staffId}`,
      about: it.name,
      when: it.validUntil ? `Ends ${howLong(it.validUntil, today)}` : 'None on record',
      urgent: it.validUntil === null || Temporal.PlainDate.compare(it.validUntil, today) < 0,
    }))
  },
}

/** What could not be sorted by itself; and a mailbox that cannot be read, where one is set. */
const post: TodayPart = {
  name: 'post',
  purpose: 'post',
  title: 'Letters and e-mails to decide about',
  empty: 'Every letter and e-mail that came has its place.',
  all: { href: '/office/mailbox', text: 'Mailbox' },
  items: postToday,
}

/** Whoever may agree: for the two who may not, only the asking is news. */
const resets: TodayPart = {
  name: 'resets',
  purpose: 'accountRecovery',
  title: 'Lost authenticators',
  empty: 'No colleague waits to be let in again.',
  items: async ({ desk, staff, today }: Request): Promise<TodayItem[]> => {
    const deed = { purpose: 'accountRecovery', deed: 'staff.resets-listed' } as const
    return desk.read(staff.id, deed, async (scope) => {
      const waiting = (await waitingResets(scope)).filter((it) => it.askedBy !== staff.id && it.staffId !== staff.id)
      return waiting.map((it) => ({
        words: 'Agree to let a colleague in again',
        href: '/office/resets',
        about: it.name,
        when: `Asked ${howLong(londonDay(it.askedAt), today)}`,
        urgent: true,
      }))
    })
  },
}

const certificates: TodayPart = {
  name: 'certificates',
  purpose: 'mediation',
  title: 'Certificates about to end',
  empty: 'No certificate of a live case ends in the next four weeks.',
  items: async ({ desk, staff, today }: Request): Promise<TodayItem[]> => {
    if (staff.role !== 'mediator') return []
    const deed = { purpose: 'mediation', deed: 'certificate.ending-listed' } as const
    const until = today.add({ days: endingNotice.days })
    const found = await desk.read(staff.id, deed, (scope) => certificatesEnding(scope, today, until))
    return found.map((it) => ({
      words: 'Tell them that their certificate ends',
      href: `/office/cases/${it.caseId}`,
      about: `Case ${it.reference}, ${it.number}`,
      when: `Good until ${plainDate(it.validUntil)}, ${howLong(it.validUntil, today)}`,
      urgent: today.until(it.validUntil).days < 7,
    }))
  },
}

const tasks = (purpose: TaskPurpose): TodayPart => ({
  name: 'tasks',
  purpose,
  title: 'To do',
  empty: 'Letters to post, calls to make and files to look at appear here.',
  items: (request: Request) =>
    tasksOfToday(request, purpose, { referencesOf: references[purpose], ringingOf: ringing[purpose] }),
})

/** What can wait for somebody, each under the purpose that may read it. */
export const todayParts = (policy: CompiledPolicy): readonly TodayPart[] => [
  appointmentsToday,
  newEnquiries,
  post,
  tasks('booking'),
  tasks('accountability'),
  requests(policy),
  breaches(policy),
  complaints(policy),
  invitations,
  certificates,
  gaps,
  waitingMail,
  registrations,
  resets,
]
