import { decideClearance, type InvitationTools } from '../../src/features/invitations/index.ts'
import { todayInLondon } from '../../src/values/calendar-days.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { aCase, aContact } from './a-case.ts'
import type { TestService } from './service.ts'

/** A case whose first MIAM was written up, and what is done about inviting the other party. */
export interface InvitedCase {
  readonly caseId: Id
  readonly reference: string
  readonly invitationId: Id
  readonly personA: Id
  readonly personB: Id
  readonly mediator: Id
  readonly coordinator: Id
  readonly tools: InvitationTools
  screen(): Promise<void>
  /** The mediator says that the other party may be invited. */
  clear(namesInviter?: boolean): Promise<void>
  stop(): Promise<void>
  miam(side: 'A' | 'B'): Promise<Id>
  /** A mailbox of a party; the one of the other party was told by the first. */
  address(side: 'A' | 'B', value: string): Promise<Id>
}

export async function ready(
  service: TestService,
  by: { readonly mediator?: Id; readonly coordinator?: Id } = {},
): Promise<InvitedCase> {
  const mediator = by.mediator ?? (await service.staff('mediator')).id
  const coordinator = by.coordinator ?? (await service.staff('coordinator')).id
  const made = await aCase(service, { mediator, A: { email: ['tess@example.org', 'safe'] } })
  const { caseId, A, B } = made
  const tools: InvitationTools = {
    policy: service.policy,
    origin: new URL('http://localhost:3000'),
    mayAct: (role, purpose) => purpose === 'screening' && ['mediator', 'supervisor'].includes(role),
  }
  const address = async (side: 'A' | 'B', value: string) => {
    // What somebody else told is never safe; it serves the invitation.
    const id = await aContact(service, made[side].personId, 'email', value, side === 'A' ? 'safe' : 'not_asked')
    await service.look(
      `UPDATE ev.contact_point SET source = CASE $2 WHEN 'B' THEN 'other_party' ELSE source END, made_at = $3 WHERE id = $1`,
      [id, side, service.clock.now().toString()],
    )
    return id
  }
  await address('B', 'otto@example.org')
  const miam = (side: 'A' | 'B') => aMiam(service, { caseId, partyId: made[side].partyId, side, mediator })
  const miamId = await miam('A')
  const [invitation] = await service.look<{ id: Id }>('SELECT id FROM ev.invitation WHERE case_id = $1', [caseId])
  const invitationId = invitation?.id as Id
  const screen = async () => {
    await service.look(
      `INSERT INTO ev.screening (miam_record_id, case_id, party_id, abuse_risk, child_risk, author)
       VALUES ($1, $2, $3, 'none seen', 'none seen', $4) ON CONFLICT DO NOTHING`,
      [miamId, caseId, A.partyId, mediator],
    )
  }
  const say = async (clearance: 'cleared' | 'stopped', namesInviter = false) => {
    if (clearance === 'cleared') await screen()
    const decision = { key: newId(), invitationId, clearance, namesInviter }
    const outcome = await decideClearance(service.desk.office, { id: mediator, role: 'mediator' }, tools, decision)
    if (!outcome.done) throw new Error(`not said: ${outcome.reason}`)
  }
  return {
    ...{ caseId, reference: made.reference, invitationId, personA: A.personId, personB: B.personId },
    ...{ mediator, coordinator, tools, screen, miam, address },
    clear: (namesInviter) => say('cleared', namesInviter),
    stop: () => say('stopped'),
  }
}

async function aMiam(
  service: TestService,
  of: { readonly caseId: Id; readonly partyId: Id; readonly side: 'A' | 'B'; readonly mediator: Id },
): Promise<Id> {
  const id = newId()
  await service.look(
    `INSERT INTO ev.miam_record (id, case_id, party_id, zone, held_on, information_given, benefits_explained, way_suited,
                                 how_to_proceed, suitable, author)
     VALUES ($1, $2, $3, $4, $6, 'told', 'told', 'told', 'told', 'yes', $5)`,
    [id, of.caseId, of.partyId, of.side, of.mediator, todayInLondon(service.clock.now()).toString()],
  )
  return id
}
