import { keepReferrer, receiveEnquiry, receiveReferral } from '../../../features/enquiries/index.ts'
import { inviteReferrer } from '../../../features/referrers/index.ts'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import { addBusinessDays } from '../../../values/calendar-days.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Service } from '../../service.ts'
import type { Chance } from './chance.ts'
import { inventPerson, inventReferral } from './invented-people.ts'
import { known, must } from './thread.ts'
import { safeInTheDay } from './words-of-the-story.ts'

const voiceOf = ({ policy }: Service) => ({
  name: policy.service.name,
  telephone: '01632 960 100',
  email: policy.service.contact.email,
})

const solicitor = {
  name: 'Farah Penhallow',
  work: 'solicitor',
  organisation: 'Penhallow Reeve Solicitors',
  email: 'farah@penhallow-reeve.example',
  telephone: '01632 960 240',
} as const

/** A client whom the solicitor refers. */
function clientOf(chance: Chance) {
  const words = 'They would like to sort out where the children live, and have not spoken since the summer.'
  const own = inventReferral(chance, inventPerson(chance), inventPerson(chance), words)
  return {
    ...({ ...own, channel: 'referral', askedBy: 'solicitor', organisation: solicitor.organisation } as const),
    ...{ permissionStated: true, otherGivenName: null, otherFamilyName: null, needs: null },
  }
}

/** A solicitor refers a client on the website, is put among the professional contacts and given an account. */
async function referClient(service: Service, chance: Chance, keeps: Id): Promise<Id | null> {
  const { desk } = service.desks
  const referral = { enquiry: clientOf(chance), referrer: solicitor }
  const form = { key: newId(), referral, voice: voiceOf(service), origin: service.origin.origin }
  const { reference } = await receiveReferral(desk.public, form)
  const deed = { purpose: 'enquiries', deed: 'enquiry.listed' } as const
  const row = await desk.office.read(keeps, deed, ({ queries }) =>
    queries.selectFrom('enquiry').select('id').where('reference', '=', reference).executeTakeFirst(),
  )
  if (!row) return null
  const id = must(await keepReferrer(desk.office, keeps, { key: newId(), enquiryId: row.id })).professionalId as Id
  const tools = { serviceName: service.policy.service.name, origin: service.origin }
  must(await inviteReferrer(desk.office, tools, keeps, { key: newId(), id }))
  return id
}

/** The solicitor refers another client from their account, where they see how far it is. */
async function referFromAccount(service: Service, chance: Chance, professionalId: Id): Promise<void> {
  const referral = { enquiry: clientOf(chance), referrer: solicitor }
  const form = { key: newId(), referral, voice: voiceOf(service), origin: service.origin.origin }
  const account = { professionalId, ownReference: 'PR/2207' }
  await receiveReferral(service.desks.desk.portal, { ...form, account })
}

/** On which days before the present a solicitor refers: a first client on the website, and a second from the account given then. */
export function referrals(service: Service, coordinator: Id, chance: Chance) {
  let account: Id | null = null
  const first = async () => {
    account = await referClient(service, chance, coordinator)
  }
  const second = () => referFromAccount(service, chance, known(account))
  return [
    { on: 20, play: first },
    { on: 4, play: second },
  ] as const
}

/** Somebody asks on the website to be called, in the morning of the next working day. */
export async function askForCall(service: Service, chance: Chance): Promise<void> {
  const person = inventPerson(chance)
  const own = inventReferral(chance, person, person, '')
  const enquiry = {
    ...({ ...own, channel: 'call_request', familyName: '', birthDate: null, topic: null } as const),
    ...({ otherGivenName: null, otherFamilyName: null, needs: null, wantedAt: 'morning' } as const),
    wantedOn: addBusinessDays(dayOf(service.clock.now()), 1).toString(),
    reach: {
      ...({ ...own.reach, email: null, emailSafety: 'unsafe', address: null, postcode: null } as const),
      ...({ letterSafety: 'unsafe' } as const),
      ...safeInTheDay,
    },
  }
  const { policy } = service
  await receiveEnquiry(service.desks.desk.public, { key: newId(), enquiry, policy, voice: voiceOf(service) })
}
