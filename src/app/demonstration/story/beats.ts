import { bookAppointment, recordAttendance } from '../../../features/bookings/index.ts'
import { closeCase, giveToMediator, openCase, placeHold, reopenCase } from '../../../features/cases/index.ts'
import { answerEnquiry, receiveEnquiry } from '../../../features/enquiries/index.ts'
import { addFile, releaseFile } from '../../../features/files/index.ts'
import {
  issueMiamCertificate,
  recordMiam,
  recordScreening,
  recordSession,
  writeSummary,
} from '../../../features/sessions/index.ts'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import { noScanner } from '../../../platform/files/scanner.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Service } from '../../service.ts'
import type { Cast } from './cast.ts'
import { type InventedPerson, inventChildren, inventReferral } from './invented-people.ts'
import { carryOnline, placeOf } from './online-beats.ts'
import { safeTimesIn } from './plots.ts'
import { noteOtherParty } from './reach-beats.ts'
import { holdWithNotes, sign } from './session-beats.ts'
import { type HeldMeeting, known, must, type Thread } from './thread.ts'
import { agreed, discussed, messages, miamWords, riskWords, summary } from './words-of-the-story.ts'

/** The acts of the story: each is what somebody at the service, or a visitor, does by a form. */
export class Acts {
  readonly #service: Service
  readonly #cast: Cast

  constructor(service: Service, cast: Cast) {
    this.#service = service
    this.#cast = cast
  }

  async referSelf(thread: Thread): Promise<void> {
    const { policy, desks } = this.#service
    const asked = inventReferral(thread.chance, thread.a, thread.b, thread.chance.pick(messages))
    const enquiry = { ...asked, reach: { ...asked.reach, ...safeTimesIn(thread.plot) } }
    const voice = { name: policy.service.name, telephone: '01632 960 100', email: policy.service.contact.email }
    const receipt = await receiveEnquiry(desks.desk.public, { key: newId(), enquiry, policy, voice })
    thread.reference = receipt.reference
    const { coordinator } = this.#cast
    const deed = { purpose: 'enquiries', deed: 'enquiry.listed' } as const
    const row = await desks.desk.office.read(coordinator, deed, ({ queries }) =>
      queries.selectFrom('enquiry').select('id').where('reference', '=', receipt.reference).executeTakeFirst(),
    )
    thread.enquiryId = row?.id ?? null
  }

  async answer(thread: Thread): Promise<void> {
    const note = 'Told them how it works and what it costs; they will ring again.'
    must(
      await answerEnquiry(this.#office, this.#cast.coordinator, {
        key: newId(),
        enquiryId: known(thread.enquiryId),
        note,
      }),
    )
  }

  async open(thread: Thread, withMediator: boolean): Promise<void> {
    const { plot, chance } = thread
    const person = (it: InventedPerson) => ({ ...it, knownAs: null })
    const bornFrom = Number(thread.a.birthDate.slice(0, 4)) + 22
    const opening = {
      key: newId(),
      enquiryId: known(thread.enquiryId),
      first: person(thread.a),
      other: person(thread.b),
      topic: plot.children > 0 ? ('both' as const) : ('money' as const),
      children: inventChildren(chance, plot.children, bornFrom),
      mediatorId: null,
    }
    const opened = must(await openCase(this.#office, this.#service.keyring, this.#cast.coordinator, opening))
    thread.caseId = opened.caseId as Id
    await noteOtherParty({ service: this.#service, cast: this.#cast }, thread, thread.caseId)
    if (!withMediator) return
    const { coordinator } = this.#cast
    must(
      await giveToMediator(this.#office, coordinator, {
        key: newId(),
        caseId: thread.caseId,
        mediatorId: thread.mediator,
      }),
    )
  }

  /** Books at the next time that is free from the given one on. */
  async book(
    thread: Thread,
    of: { kind: 'miam' | 'session'; zone: 'A' | 'B' | 'both'; at: Temporal.Instant },
  ): Promise<HeldMeeting> {
    const tools = { serviceName: this.#service.policy.service.name }
    for (let later = 0; later < 40; later++) {
      const startsAt = of.at.add({ minutes: later * 90 })
      const slot = {
        mediatorId: thread.mediator,
        ...placeOf(thread, of.kind),
        startsAt,
        endsAt: startsAt.add({ minutes: 60 }),
      } as const
      const booking = { key: newId(), caseId: known(thread.caseId), kind: of.kind, zone: of.zone, ...slot }
      const outcome = await bookAppointment(this.#office, this.#cast.coordinator, booking, tools)
      if (!outcome.done) continue
      const id = outcome.value.appointmentId as Id
      if (slot.means === 'online') await carryOnline(this.#service, this.#cast.coordinator, id)
      return { id, at: startsAt }
    }
    throw new Error('no time was free')
  }

  async attend(appointmentId: Id, zone: 'A' | 'B' | 'both'): Promise<void> {
    const came = (side: 'A' | 'B') => (zone === 'both' || zone === side ? { [side]: 'attended' as const } : {})
    const attended = { ...came('A'), ...came('B') }
    must(await recordAttendance(this.#office, this.#cast.coordinator, { key: newId(), appointmentId, attended }))
  }

  async miam(thread: Thread, side: 'A' | 'B', held: HeldMeeting): Promise<void> {
    const caseId = known(thread.caseId)
    const { mediator } = thread
    const record = {
      information_given: miamWords.informationGiven,
      benefits_explained: miamWords.benefitsExplained,
      way_suited: miamWords.waySuited,
      how_to_proceed: miamWords.howToProceed,
    }
    const common = {
      key: newId(),
      caseId,
      side,
      appointmentId: held.id,
      heldOn: dayOf(held.at),
      suitable: 'yes',
      legalQuality: 'without_prejudice',
    } as const
    const { miamId } = must(await recordMiam(this.#office, mediator, { ...common, ...record }))
    must(
      await recordScreening(this.#office, mediator, { key: newId(), caseId, miamId: miamId as Id, side, ...riskWords }),
    )
    const { vault, keyring, policy } = this.#service
    const tools = { vault, keyring, serviceName: policy.service.name, origin: this.#service.origin }
    must(await issueMiamCertificate(this.#office, tools, mediator, { key: newId(), miamId: miamId as Id }))
  }

  async session(thread: Thread, held: HeldMeeting): Promise<void> {
    const { chance, mediator, plot } = thread
    await sign(this.#office, mediator, known(thread.caseId), dayOf(held.at))
    if (plot.reach === 'in-sessions') await holdWithNotes(this.#office, thread, held)
    const common = { caseId: known(thread.caseId), zone: 'both', legalQuality: 'without_prejudice' } as const
    const meeting = { appointmentId: held.id, heldOn: dayOf(held.at), way: 'joint' } as const
    must(
      await recordSession(this.#office, mediator, {
        ...common,
        ...meeting,
        key: newId(),
        discussed: chance.pick(discussed),
        agreed: chance.pick(agreed),
      }),
    )
    must(await writeSummary(this.#office, mediator, { ...common, key: newId(), sessionId: null, summary }))
  }

  async attach(thread: Thread): Promise<void> {
    const { vault, keyring } = this.#service
    const upload = {
      name: 'rota.txt',
      bytes: Buffer.from('Monday to Wednesday here, Thursday to Saturday there, Sunday in turn.\n'),
    }
    const file = { key: newId(), caseId: known(thread.caseId), zone: 'both', legalQuality: 'open', upload } as const
    const tools = { vault, keyring, scanner: noScanner }
    const { fileId } = must(await addFile(this.#office, tools, thread.mediator, file))
    // The newest are still held back, until their mediator looks.
    if (thread.plot.daysAgo < 130) return
    must(await releaseFile(this.#office, tools, thread.mediator, { key: newId(), fileId: fileId as Id }))
  }

  async close(thread: Thread): Promise<void> {
    const outcome = thread.plot.outcome ?? 'no_agreement'
    must(await closeCase(this.#office, this.#cast.coordinator, { key: newId(), caseId: known(thread.caseId), outcome }))
  }

  async reopen(thread: Thread): Promise<void> {
    const about = { key: newId(), caseId: known(thread.caseId), reason: 'They came back with a question.' }
    must(await reopenCase(this.#office, this.#cast.coordinator, about))
  }

  async hold(thread: Thread): Promise<void> {
    const reason = 'A question about this file is with the court; it must be kept until it is answered.'
    const reviewOn = this.#today.add({ months: 6 }).toString()
    must(
      await placeHold(this.#office, this.#cast.privacyOfficer, {
        key: newId(),
        caseId: known(thread.caseId),
        reason,
        reviewOn,
      }),
    )
  }

  get #office() {
    return this.#service.desks.desk.office
  }

  get #today() {
    return dayOf(this.#service.clock.now())
  }
}
