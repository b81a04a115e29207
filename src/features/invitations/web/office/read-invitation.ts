import type { PageRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { caseHead, caseReferences } from '../../../cases/index.ts'
import { answersOf, invitationOf, isScreened, runningInvitations, stepsOf } from '../../data/invitation-reads.ts'
import { type Pair, pairsOf } from '../../data/ways.ts'
import { type Invitation, standingOf } from '../../domain/board.ts'
import type { BoardLine } from './board.page.tsx'

type Request = PageRequest<PurposeKey>

export function lineOf(invitation: Invitation, pair: Pair, reference: string, today: Temporal.PlainDate): BoardLine {
  const { way: found, name } = pair.invitee
  const way = found?.channel ?? null
  return { invitation, standing: standingOf(invitation, way, today), reference, name, way }
}

/** The lines of the board, those due first in each group. */
export async function readBoard(request: Request): Promise<BoardLine[]> {
  const { staff, today, desk } = asStaff(request)
  const lines = await desk.read(staff.id, { purpose: 'invitation', deed: 'invitation.listed' }, async (scope) => {
    const running = await runningInvitations(scope)
    const cases = running.map((it) => it.caseId)
    const [pairs, references] = await Promise.all([pairsOf(scope, running), caseReferences(scope, cases)])
    return running.flatMap((it) => {
      const pair = pairs.get(it.caseId)
      return pair ? [lineOf(it, pair, references.get(it.caseId) ?? '', today)] : []
    })
  })
  return lines.toSorted((one, other) => dueDay(one).localeCompare(dueDay(other)))
}

const dueDay = ({ standing }: BoardLine): string => standing.due?.on.toString() ?? ''

/** One invitation with what its page shows; null when there is none for the one who asks. */
export async function readInvitation(request: Request) {
  const { invitationId } = request.params
  if (!isId(invitationId)) return null
  const { staff, today, desk } = asStaff(request)
  const deed = { purpose: 'invitation', deed: 'invitation.opened', subjectId: invitationId as Id } as const
  return desk.read(staff.id, deed, async (scope) => {
    const invitation = await invitationOf(scope, invitationId as Id)
    if (!invitation) return null
    const [head, pairs, steps, answers, screened] = await Promise.all([
      caseHead(scope, invitation.caseId),
      pairsOf(scope, [invitation]),
      stepsOf(scope, invitation.id),
      answersOf(scope, invitation.id),
      isScreened(scope, invitation),
    ])
    const pair = pairs.get(invitation.caseId)
    if (!head || !pair) return null
    scope.about({ caseId: invitation.caseId })
    return {
      line: lineOf(invitation, pair, head.reference, today),
      pair,
      live: head.status === 'live',
      steps,
      answers,
      screened,
    }
  })
}
