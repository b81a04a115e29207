import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { rollToBusinessDay } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'
import { addConsentSubject, emailConsent, recordChoice } from '../../consents/index.ts'
import { enquiryReceived, type ServiceVoice, writeMessage } from '../../messages/index.ts'
import { addTask } from '../../tasks/index.ts'
import { addEnquiry } from '../data/add-enquiry.ts'
import { type NewEnquiry, type ReplyWay, replyTo, replyWays } from '../domain/new-enquiry.ts'
import type { Receipt } from '../domain/receipt.ts'

export interface ReceivedForm {
  /** The form's request key: the same form sent again makes nothing new and gets the same receipt. */
  readonly key: Id
  readonly enquiry: NewEnquiry
  readonly policy: CompiledPolicy
  readonly voice: ServiceVoice
}

/**
 * Takes in what somebody sent from the website: the enquiry, what they agreed to, and the neutral word that it has come, on a way
 * they called safe and on no other. The website's role may only add rows, so everything is made up before it is written.
 */
export async function receiveEnquiry(desk: Desk<PurposeKey>, form: ReceivedForm): Promise<Receipt> {
  const deed = { purpose: 'enquiries', deed: 'enquiry.received', key: form.key } as const
  const received = await desk.act(null, deed, async (scope) => {
    const { id, reference } = await addEnquiry(scope, form.enquiry)
    await recordEmailConsent(scope, id, form)
    const reply = replyTo(form.enquiry)
    await say(scope, { id, reference, reply }, form)
    return done({ reference, reply })
  })
  if (!received.done) throw new Error('receiving an enquiry is never refused')
  const reply = replyWays.find((it) => it === received.value.reply) ?? 'none'
  return { reference: received.value.reference ?? '', reply }
}

/** Ticking e-mail is the consent, in the policy's own words beside the box; leaving it unticked is a refusal. */
async function recordEmailConsent(scope: Scope, enquiryId: Id, form: ReceivedForm): Promise<void> {
  const asked = emailConsent(form.policy)
  if (!asked || form.enquiry.reach.emailSafety === 'not_asked') return
  const subjectId = await addConsentSubject(scope, { enquiryId })
  const act = form.enquiry.reach.emailSafety === 'safe' ? 'given' : 'refused'
  const recorded = await recordChoice(scope, form.policy, { subjectId, scope: asked.scope, act, channel: 'website' })
  if (!recorded.done) throw new Error('the policy asks for this consent')
}

async function say(
  scope: Scope,
  made: { readonly id: Id; readonly reference: string; readonly reply: ReplyWay },
  form: ReceivedForm,
): Promise<void> {
  const { reach } = form.enquiry
  const about = { enquiryId: made.id, zone: 'office' } as const
  const words = enquiryReceived(form.voice, { reference: made.reference })
  if (made.reply === 'email')
    await writeMessage(scope, { ...about, channel: 'email', recipient: reach.email ?? '', ...words })
  else if (made.reply === 'letter')
    await writeMessage(scope, { ...about, channel: 'letter', recipient: postalAddress(form.enquiry), ...words })
  else if (made.reply === 'telephone' || made.reply === 'write') {
    const kind = made.reply === 'write' ? 'write-back' : 'call-back'
    await addTask(scope, { kind, forRole: 'coordinator', enquiryId: made.id, dueOn: dueOn(scope, form.enquiry) })
  }
}

/** The day that somebody named, or the next on which the office works. */
const dueOn = (scope: Scope, { wantedOn }: NewEnquiry): string =>
  wantedOn ?? rollToBusinessDay(dayOf(scope.now).add({ days: 1 })).toString()

const postalAddress = ({ givenName, familyName, reach }: NewEnquiry) =>
  [`${givenName} ${familyName}`.trim(), reach.address, reach.postcode].filter((line) => line).join('\n')
