import type { StaffRefusal } from '../../actions/staff-desk.ts'
import type { Standing } from '../../data/staff-reads.ts'

/** Why an act on an account was refused. */
export const refusalWords: Readonly<Record<StaffRefusal, string>> = {
  'last-administrator': 'This is the last administrator. Make somebody else an administrator first',
  'email-taken': 'Somebody has an account with this e-mail address already',
  'same-person': 'You asked for this. Somebody else must agree',
  'own-account': 'You cannot do this to your own account. Ask another administrator',
  'waits-already': 'Somebody has asked for this already. It waits for a second person',
  'not-allowed': 'Only an administrator can do this',
  'no-such': 'This is not possible any more. Look at the account again',
  'has-cases': 'They have live cases. Give these to another mediator first',
  'needs-colleague': 'Choose who takes over their live cases',
  'not-a-mediator': 'Choose a mediator who can take over',
}

export const standingWords: Readonly<Record<Standing, string>> = {
  invited: 'Invited',
  active: 'Active',
  suspended: 'Suspended',
  left: 'Left',
}
