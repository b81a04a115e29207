import type { StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { shortDate } from '../../../../ui/dates.ts'
import { ringingWords } from '../../../people/index.ts'
import type { TodayItem } from '../../../tasks/index.ts'
import type { Group, Invitation } from '../../domain/board.ts'
import { groupWords } from '../../domain/words.ts'
import { invitationPath } from './board.page.tsx'
import { readBoard, readBoardToRing } from './read-invitation.ts'

type Request = StaffRequest<PurposeKey>

/** What somebody of a role can do something about. The mediator alone can say that the other party may be invited. */
const forRole = (role: string): readonly Group[] =>
  role === 'coordinator' ? ['answered', 'invite', 'no-way', 'give-up'] : ['safety']

/** For Today: those of the board that wait for whoever looks. The office may ring those who are invited; the mediator decides first whether anybody may. */
export async function invitationsToday(request: Request): Promise<TodayItem[]> {
  const wanted = forRole(request.staff.role)
  const { lines, parties, now } =
    request.staff.role === 'coordinator'
      ? await readBoardToRing(request)
      : { lines: await readBoard(request), parties: [], now: request.now }
  const ringing = ({ caseId, inviting }: Invitation) =>
    parties
      .filter((it) => it.caseId === caseId && it.side !== inviting)
      .map((it) => `${it.name}: ${ringingWords(it, now)}`)
  return lines
    .filter(({ standing }) => wanted.includes(standing.group))
    .map(({ invitation, standing, reference }) => ({
      words:
        standing.group === 'safety' ? 'Say whether the other party may be invited' : groupWords[standing.group].title,
      href: invitationPath(invitation.id),
      about: reference,
      when: standing.due ? `Due ${shortDate(standing.due.on, request.today)}` : 'Now',
      urgent: standing.late,
      notes: ringing(invitation),
    }))
}
