import type { StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { shortDate } from '../../../../ui/dates.ts'
import type { TodayItem } from '../../../tasks/index.ts'
import type { Group } from '../../domain/board.ts'
import { groupWords } from '../../domain/words.ts'
import { invitationPath } from './board.page.tsx'
import { readBoard } from './read-invitation.ts'

/** What somebody of a role can do something about. The mediator alone can say that the other party may be invited. */
const forRole = (role: string): readonly Group[] =>
  role === 'coordinator' ? ['answered', 'invite', 'no-way', 'give-up'] : ['safety']

/** For Today: those of the board that wait for whoever looks. */
export async function invitationsToday(request: StaffRequest<PurposeKey>): Promise<TodayItem[]> {
  const wanted = forRole(request.staff.role)
  const lines = await readBoard(request)
  return lines
    .filter(({ standing }) => wanted.includes(standing.group))
    .map(({ invitation, standing, reference }) => ({
      words:
        standing.group === 'safety' ? 'Say whether the other party may be invited' : groupWords[standing.group].title,
      href: invitationPath(invitation.id),
      about: reference,
      when: standing.due ? `Due ${shortDate(standing.due.on, request.today)}` : 'Now',
      urgent: standing.late,
    }))
}
