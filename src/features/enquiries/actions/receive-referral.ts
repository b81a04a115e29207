import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'
import { referralReceived, type ServiceVoice, writeMessage } from '../../messages/index.ts'
import { addEnquiry } from '../data/add-enquiry.ts'
import { addReferral } from '../data/referrals.ts'
import { newProgressSecret } from '../domain/progress-link.ts'
import type { Receipt } from '../domain/receipt.ts'
import type { FromAccount, NewReferral } from '../domain/referral.ts'

/**
 * Takes in a referral: the client's enquiry, who referred them, and the word to the referrer with their link. Nothing is asked of what
 * is known already, so nothing of it can be told; the client hears from a person of the office first.
 */
export async function receiveReferral(
  desk: Desk<PurposeKey>,
  form: {
    readonly key: Id
    readonly referral: NewReferral
    readonly voice: ServiceVoice
    /** Of the website, as `https://service.example`. */
    readonly origin: string
    /** Where it came from an account; the professional acts then. */
    readonly account?: FromAccount
  },
): Promise<Receipt> {
  const { enquiry, referrer } = form.referral
  const account = form.account ?? null
  const deed = { purpose: 'enquiries', deed: 'referral.received', key: form.key } as const
  const received = await desk.act(account?.professionalId ?? null, deed, async (scope) => {
    const { id, reference } = await addEnquiry(scope, enquiry)
    const secret = newProgressSecret()
    await addReferral(scope, id, referrer, secret, account)
    const [link, notice] = [`${form.origin}/refer/progress/${secret}`, `${form.origin}/privacy`]
    const words = referralReceived(form.voice, { reference, link, notice })
    await writeMessage(scope, {
      ...{ enquiryId: id, zone: 'office', channel: 'email', recipient: referrer.email },
      ...words,
    })
    return done({ reference })
  })
  if (!received.done) throw new Error('receiving a referral is never refused')
  return { reference: received.value.reference ?? '', reply: 'referrer' }
}
