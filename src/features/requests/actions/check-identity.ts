import { createHash } from 'node:crypto'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { newReference } from '../../enquiries/index.ts'
import { wayAmong } from '../../people/index.ts'
import type { WholeRequest } from '../data/request-reads.ts'
import { wayHeldToWrite, waysHeld, writeTo } from '../data/tell.ts'
import { recordOf } from '../domain/request.ts'
import { identityCode } from '../emails/request-messages.ts'
import { beginningOf, changing, type OfRequest, setOn, todayOf } from './change-request.ts'
import type { RequestTools } from './request-tools.ts'

/** Long enough for a letter. */
const codeDays = 14

/** What a way of contact must be older than: a change shortly before may have been made for this. */
const heldBefore = (found: WholeRequest, { settled }: RequestTools): Temporal.Instant =>
  beginningOf(found).toZonedDateTimeISO('Europe/London').subtract(settled).toInstant()

/** A way of contact of a party has a row of its own; that of an enquirer stands in the enquiry. */
const pointOf = ({ request }: WholeRequest, pointId: Id) => (request.personId ? { pointId } : {})

/** Without its first letter and its lines, however it was said. */
const plainCode = (code: string) => code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
const hashOf = (code: string) =>
  createHash('sha256')
    .update(`request-code.${plainCode(code)}`)
    .digest('base64url')

interface NewCheck {
  readonly way: 'email_code' | 'letter_code' | 'call_back' | 'in_person'
  readonly pointId?: Id
  readonly heldBefore?: Temporal.Instant
  readonly code?: string
  readonly passed: boolean
}

async function addCheck(scope: Scope, requestId: Id, actor: Id, check: NewCheck): Promise<void> {
  const code = check.code
    ? { code_hash: hashOf(check.code), good_until: dayOf(scope.now).add({ days: codeDays }).toString() }
    : {}
  await scope.queries
    .insertInto('identity_check')
    .values({
      ...{ id: newId(), request_id: requestId, way: check.way, made_by: actor },
      ...{ contact_point_id: check.pointId ?? null, held_before: check.heldBefore ?? null },
      ...code,
      ...(check.passed ? { passed_at: scope.now, passed_by: actor } : {}),
    })
    .execute()
}

/** Sends a code by a way that is safe and was theirs long enough before they asked. */
export const sendIdentityCode = async (
  desk: Desk<PurposeKey>,
  tools: RequestTools,
  actor: Id,
  input: OfRequest & { readonly channel: 'email' | 'letter' },
) => {
  const voice = await tools.voice()
  return changing(desk, actor, { ...input, deed: 'request.code-sent' }, async (scope, found) => {
    const { id, reference } = found.request
    if (!recordOf(found.request)) return refused('nobody')
    const before = heldBefore(found, tools)
    const way = await wayHeldToWrite(scope, found.request, before, input.channel)
    if (!way) return refused('not_held')
    const code = newReference('C').slice(2)
    await writeTo(scope, id, way, identityCode(voice, { reference, code }))
    const of = { way: `${way.channel}_code`, ...pointOf(found, way.point.id), heldBefore: before } as const
    await addCheck(scope, id, actor, { ...of, code, passed: false })
    return done({ requestId: id })
  })
}

/** The code as the person said it. A wrong one is counted, also where it says nothing more. */
export const hearCode = async (desk: Desk<PurposeKey>, actor: Id, input: OfRequest & { readonly code: string }) => {
  const heard = await changing(desk, actor, { ...input, deed: 'request.code-heard' }, async (scope, found) => {
    const today = todayOf(scope)
    const open = await scope.queries
      .selectFrom('identity_check')
      .select(['id', 'code_hash', 'tries'])
      .where('request_id', '=', found.request.id)
      .where('code_hash', 'is not', null)
      .where('passed_at', 'is', null)
      .where('good_until', '>=', today)
      .where('tries', '<', 5)
      .execute()
    if (open.length === 0) return refused('tried_out')
    const check = open.find((it) => it.code_hash === hashOf(input.code))
    if (check) await change(scope, check.id, { passed_at: scope.now, passed_by: actor })
    else for (const it of open) await change(scope, it.id, { tries: it.tries + 1 })
    return done({ requestId: found.request.id, heard: check ? 'right' : 'wrong' })
  })
  return heard.done && heard.value.heard === 'wrong' ? refused('wrong_code' as const) : heard
}

async function change(
  scope: Scope,
  id: Id,
  to: { readonly tries: number } | { readonly passed_at: Temporal.Instant; readonly passed_by: Id },
) {
  await scope.queries.updateTable('identity_check').set(to).where('id', '=', id).execute()
}

/** A colleague rang the number that was theirs before, and the person who answered asked for this. */
export const recordCallBack = (desk: Desk<PurposeKey>, tools: RequestTools, actor: Id, input: OfRequest) =>
  changing(desk, actor, { ...input, deed: 'request.called-back' }, async (scope, found) => {
    const { id } = found.request
    if (!recordOf(found.request)) return refused('nobody')
    const before = heldBefore(found, tools)
    const way = wayAmong(await waysHeld(scope, found.request, before), 'telephone', 'anything')
    if (!way.usable) return refused('not_held')
    const of = { way: 'call_back', ...pointOf(found, way.point.id), heldBefore: before } as const
    await addCheck(scope, id, actor, { ...of, passed: true })
    return done({ requestId: id })
  })

/** A colleague who has met them before saw them. */
export const recordSeen = (desk: Desk<PurposeKey>, actor: Id, input: OfRequest) =>
  changing(desk, actor, { ...input, deed: 'request.seen' }, async (scope, { request }) => {
    if (!recordOf(request)) return refused('nobody')
    await addCheck(scope, request.id, actor, { way: 'in_person', passed: true })
    return done({ requestId: request.id })
  })

/** Somebody decides, by name and with a reason, that it need not be asked. */
export const needNotAsk = (desk: Desk<PurposeKey>, actor: Id, input: OfRequest & { readonly reason: string }) =>
  changing(desk, actor, { ...input, deed: 'request.identity-not-needed' }, async (scope, { request }) => {
    if (request.identity === 'shown' || request.identity === 'not_needed') return refused('settled')
    await setOn(scope, request.id, {
      ...{ identity: 'not_needed', identity_settled_on: todayOf(scope), identity_by: actor },
      identity_reason: input.reason,
    })
    return done({ requestId: request.id })
  })
