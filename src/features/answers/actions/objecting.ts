import { sql } from 'kysely'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk } from '../../../platform/database/desk.ts'
import { type CompiledPolicy, objectionableUses } from '../../../policy/index.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { addRequest, changing, type NewRequest, type OfRequest } from '../../requests/index.ts'
import { objectionsOf } from '../data/answer-reads.ts'
import { kindOfRecord } from '../data/choices.ts'

const nothingElse: Omit<NewRequest, 'kind' | 'channel'> = {
  ...({ askedFor: 'self', givenName: '', familyName: '', birthDate: null, representative: null } as const),
  ...({ organisation: null, childName: null, details: '', givenContact: null, authoritySeen: false } as const),
}

/**
 * A party objects to one use of what we hold (UK GDPR Article 21): it stops for them in this moment, and somebody decides within the
 * time of a request. Asked twice it does nothing more.
 */
export const objectToUse = (
  desk: Desk<PurposeKey>,
  policy: CompiledPolicy,
  personId: Id,
  { key, purpose }: { readonly key: Id; readonly purpose: string },
) =>
  desk.act<'no_such'>(
    personId,
    { purpose: 'rights', deed: 'portal.use-objected', key, subjectId: personId },
    async (scope) => {
      const [kind, before] = await Promise.all([kindOfRecord(scope, personId), objectionsOf(scope, personId)])
      const use = kind && objectionableUses(policy, kind).find((it) => it.purpose === purpose)
      if (!use) return refused('no_such')
      if (before.some((it) => it.purpose === purpose && it.stops)) return done({ personId })
      const [requestId, objectionId] = [newId(), newId()]
      const asked = { kind: 'objection', channel: 'portal' } as const
      const at = scope.now.toString()
      await scope.announce({
        act: 'objection',
        puts: [
          {
            table: 'rights_request',
            row: {
              ...{ id: requestId, ...asked, asked_for: 'self', person_id: personId },
              received_on: dayOf(scope.now).toString(),
            },
          },
          {
            table: 'objection',
            row: { id: objectionId, request_id: requestId, purpose, made_at: at, made_by: personId },
          },
        ],
      })
      await addRequest(scope, { ...nothingElse, ...asked }, { personId, id: requestId })
      await sql`SELECT ev.object_in_portal(${requestId}, ${purpose}, ${objectionId})`.execute(scope.queries)
      return done({ requestId })
    },
  )

/** Notes to which uses somebody objects who asked otherwise. Each stops in this moment; to a use that cannot be objected to, none does. */
export const recordObjections = (
  desk: Desk<PurposeKey>,
  policy: CompiledPolicy,
  actor: Id,
  input: OfRequest & { readonly purposes: readonly string[] },
) =>
  changing(desk, actor, { ...input, deed: 'objection.recorded' }, async (scope, { request }) => {
    if (!request.personId || request.kind !== 'objection') return refused('not_this_kind')
    const kind = await kindOfRecord(scope, request.personId)
    const uses = kind ? objectionableUses(policy, kind).map((it): string => it.purpose) : []
    if (!input.purposes.every((it) => uses.includes(it))) return refused('no_such')
    const at = scope.now.toString()
    const rows = input.purposes.map((purpose) => ({ id: newId(), request_id: request.id, purpose }))
    // A copy may be older than the request too.
    const { id, kind: asked, channel, askedFor, personId, receivedOn } = request
    const { taken_by } = await scope.queries
      .selectFrom('rights_request')
      .select('taken_by')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const of = {
      id,
      kind: asked,
      channel,
      asked_for: askedFor,
      person_id: personId,
      received_on: receivedOn.toString(),
      taken_by,
    }
    const made = rows.map((row) => ({ table: 'objection', row: { ...row, made_at: at, made_by: actor } }))
    await scope.announce({ act: 'objection', puts: [{ table: 'rights_request', row: of }, ...made] })
    await scope.queries.insertInto('objection').values(rows).execute()
    return done({ requestId: request.id })
  })

/** Decides about one objection: it stays stopped, or there is a reason that weighs more. Never so for writing about gifts. */
export const settleObjection = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: OfRequest & {
    readonly objectionId: Id
    readonly outcome: 'upheld' | 'compelling'
    readonly reason: string | null
  },
) =>
  changing(desk, actor, { ...input, deed: 'objection.settled' }, async (scope, { request }) => {
    const { objectionId: id, outcome, reason } = input
    const how = { outcome, decided_by: actor, decided_at: scope.now.toString() }
    const change = { table: 'objection', id, set: how }
    await (outcome === 'upheld'
      ? scope.announce({ act: 'objection-settled', changes: [change] })
      : scope.announce({ act: 'objection-overruled', changes: [{ ...change, lost: ['reason'] }] }))
    const { numUpdatedRows } = await scope.queries
      .updateTable('objection')
      .set({ outcome, reason, decided_by: actor, decided_at: scope.now })
      .where('id', '=', id)
      .where('request_id', '=', request.id)
      .executeTakeFirst()
    return numUpdatedRows === 1n ? done({ requestId: request.id }) : refused('no_such')
  })
