import { asParty } from '../../../../platform/web/party-request.ts'
import { asTyped } from '../../../../platform/web/read-form.ts'
import type { PartyRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState } from '../../../../ui/forms/form-state.ts'
import {
  ownReferralPath,
  ReferFromAccountPage,
  receiveReferral,
  SendingLimit,
  usualLimits,
} from '../../../enquiries/index.ts'
import { voiceOf } from '../../../messages/index.ts'
import { portalPage } from '../../../portal/index.ts'
import type { PublishedSettings } from '../../../settings/index.ts'
import { ownReferrals, ownWorkDetails } from '../../data/accounts.ts'
import { referrerOf } from '../../domain/own-referral.ts'
import { readOwnReferral } from './own-referral-form.ts'
import { OwnReferralsPage } from './own-referrals.page.tsx'

type Request = PartyRequest<PurposeKey>

export interface OwnReferralTools {
  readonly policy: CompiledPolicy
  readonly published: () => Promise<PublishedSettings>
  readonly origin: URL
  /** The machine's clock in milliseconds, for the limit on sending. */
  readonly machineNow: () => number
}

const place = '/portal/referrals'

/** What a referrer does from their account: they send a referral, and see how far their own ones are. */
export function ownReferralRoutes(tools: OwnReferralTools): Route<PurposeKey>[] {
  const limit = new SendingLimit(usualLimits, tools.machineNow)
  const base = { area: 'portal', purpose: 'enquiries', entry: 'referrer' } as const
  return [
    { ...base, method: 'GET', path: place, handle: (request) => list(asParty(request)) },
    { ...base, method: 'GET', path: ownReferralPath, handle: (request) => showForm(tools, asParty(request)) },
    { ...base, method: 'POST', path: ownReferralPath, handle: (request) => send(tools, limit, asParty(request)) },
  ]
}

async function list({ desk, party, query }: Request): Promise<Reply> {
  const deed = { purpose: 'enquiries', deed: 'referral.own-listed' } as const
  const referrals = await desk.read(party.id, deed, ownReferrals)
  return portalPage('Your referrals', <OwnReferralsPage referrals={referrals} sent={query.told === 'sent'} />)
}

async function ownReferrer({ desk, party }: Request) {
  const own = await desk.read(party.id, { purpose: 'enquiries', deed: 'referral.begun' }, ownWorkDetails)
  return own && referrerOf(own)
}

async function showForm(tools: OwnReferralTools, request: Request, form: FormState = blankForm): Promise<Reply> {
  const own = await ownReferrer(request)
  if (!own) return { notFound: true }
  const { policy } = tools
  const common = { form, policy, own, token: request.formToken(), today: request.today }
  const body = <ReferFromAccountPage {...common} published={await tools.published()} />
  return { page: { title: 'Refer somebody to us', body, invalid: form !== blankForm } }
}

async function send(tools: OwnReferralTools, limit: SendingLimit, request: Request): Promise<Reply> {
  const own = await ownReferrer(request)
  if (!own) return { notFound: true }
  const again = (errors: FormState['errors']) => showForm(tools, request, { values: asTyped(request.form), errors })
  const reading = readOwnReferral(request.form, own)
  if (!reading.ok) return again(reading.errors)
  if (!limit.allows(request.party.id))
    return again({ '': 'You have sent a great many in an hour. Your answers are still here: press Send again later' })
  const { referral, ownReference } = reading.value
  const voice = voiceOf(await tools.published(), tools.policy.service.name)
  await receiveReferral(request.desk, {
    ...{ key: request.form.key, referral, voice, origin: tools.origin.origin },
    account: { professionalId: request.party.id, ownReference },
  })
  return { redirect: `${place}?told=sent` }
}
