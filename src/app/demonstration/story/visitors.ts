import { keepReferrer, receiveEnquiry, receiveReferral } from '../../../features/enquiries/index.ts'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import { addBusinessDays } from '../../../values/calendar-days.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Service } from '../../service.ts'
import type { Chance } from './chance.ts'
import { inventPerson, inventReferral } from './invented-people.ts'

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

/** A solicitor whom the service knows refers a client; `keeps` is who puts the solicitor among the professional contacts. */
export async function referClient(service: Service, chance: Chance, keeps: Id | null): Promise<void> {
  const words = 'They would like to sort out where the children live, and have not spoken since the summer.'
  const own = inventReferral(chance, inventPerson(chance), inventPerson(chance), words)
  const enquiry = {
    ...({ ...own, channel: 'referral', askedBy: 'solicitor', organisation: solicitor.organisation } as const),
    ...{ permissionStated: true, otherGivenName: null, otherFamilyName: null, needs: null },
  }
  const { desk } = service.desks
  const referral = { enquiry, referrer: solicitor }
  const form = { key: newId(), referral, voice: voiceOf(service), origin: service.origin.origin }
  const { reference } = await receiveReferral(desk.public, form)
  if (!keeps) return
  const deed = { purpose: 'enquiries', deed: 'enquiry.listed' } as const
  const row = await desk.office.read(keeps, deed, ({ queries }) =>
    queries.selectFrom('enquiry').select('id').where('reference', '=', reference).executeTakeFirst(),
  )
  if (row) await keepReferrer(desk.office, keeps, { key: newId(), enquiryId: row.id })
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
      ...({ letterSafety: 'unsafe', contactTimes: null } as const),
    },
  }
  const { policy } = service
  await receiveEnquiry(service.desks.desk.public, { key: newId(), enquiry, policy, voice: voiceOf(service) })
}
