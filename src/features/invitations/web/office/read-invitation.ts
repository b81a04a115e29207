import type { Scope } from '../../../../platform/database/desk.ts'
import type { PageRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { caseHead, partiesToRing } from '../../../cases/index.ts'
import {
  answersOf,
  invitationOf,
  isScreened,
  runningCases,
  runningInvitations,
  stepsOf,
} from '../../data/invitation-reads.ts'
import { type Pair, pairsAmong, pairsOf } from '../../data/ways.ts'
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
  const { staff, desk } = asStaff(request)
  return desk.read(staff.id, listed, (scope) => boardLines(scope, request))
}

/** The same, and how each party of those cases may be rung. */
export async function readBoardToRing(request: Request) {
  const { staff, desk } = asStaff(request)
  return desk.read(staff.id, listed, async (scope) => {
    const [lines, parties] = await Promise.all([boardLines(scope, request), partiesToRing(scope, runningCases(scope))])
    return { lines, parties, now: scope.now }
  })
}

const listed = { purpose: 'invitation', deed: 'invitation.listed' } as const

/** All at once: whoever looks at Today waits for many lists. */
async function boardLines(scope: Scope, { today }: Request): Promise<BoardLine[]> {
  const [running, pairOf] = await Promise.all([runningInvitations(scope), pairsAmong(scope, 'running')])
  const lines = running.flatMap(({ reference, ...invitation }) => {
    const pair = pairOf(invitation)
    return pair ? [lineOf(invitation, pair, reference, today)] : []
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
