import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { CaseOutcome, Side, Topic } from '../domain/case.ts'
import type { Child } from './case-reads.ts'

export async function addCase(
  scope: Scope,
  added: {
    readonly reference: string
    readonly topic: Topic
    readonly channel: string
    readonly mediatorId: Id | null
    /** Of a case that ended before it came here. */
    readonly closed?: { readonly on: string; readonly outcome: CaseOutcome } | null
  },
): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('case_file')
    .values({
      id,
      reference: added.reference,
      topic: added.topic,
      channel: added.channel,
      mediator_id: added.mediatorId,
      ...(added.closed ? { status: 'closed', closed_on: added.closed.on, outcome: added.closed.outcome } : {}),
    })
    .execute()
  return id
}

export async function addParty(
  scope: Scope,
  party: { readonly caseId: Id; readonly personId: Id; readonly side: Side },
): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('party')
    .values({ id, case_id: party.caseId, person_id: party.personId, side: party.side })
    .execute()
  return id
}

export async function addChild(scope: Scope, caseId: Id, child: Omit<Child, 'id'>): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('child')
    .values({
      id,
      case_id: caseId,
      given_name: child.givenName,
      family_name: child.familyName,
      birth_date: child.birthDate,
    })
    .execute()
  return id
}

export async function correctChild(scope: Scope, caseId: Id, childId: Id, child: Omit<Child, 'id'>): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('child')
    .set({ given_name: child.givenName, family_name: child.familyName, birth_date: child.birthDate })
    .where('id', '=', childId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Gives a live case to a mediator; false when there is no such live case for the one who acts. */
export async function giveToMediator(scope: Scope, caseId: Id, mediatorId: Id): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('case_file')
    .set({ mediator_id: mediatorId })
    .where('id', '=', caseId)
    .where('status', '=', 'live')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function setClosed(
  scope: Scope,
  caseId: Id,
  outcome: CaseOutcome,
  on: Temporal.PlainDate,
): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('case_file')
    .set({ status: 'closed', closed_on: on.toString(), outcome })
    .where('id', '=', caseId)
    .where('status', '=', 'live')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function setLive(scope: Scope, caseId: Id): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('case_file')
    .set({ status: 'live', closed_on: null, outcome: null })
    .where('id', '=', caseId)
    .where('status', '=', 'closed')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
