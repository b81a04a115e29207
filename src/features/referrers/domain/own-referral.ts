import type { Referrer } from '../../enquiries/index.ts'
import type { Professional } from '../../professionals/index.ts'

/** All that somebody who refers people from an account ever learns of a referral. */
export interface OwnReferral {
  readonly reference: string
  /** What they call it themselves. */
  readonly ownReference: string | null
  readonly madeOn: Temporal.PlainDate
  readonly booked: boolean
  readonly attended: boolean
}

export type WorkDetails = Pick<Professional, 'name' | 'work' | 'organisation' | 'telephone'> & {
  readonly email: string
}

/** Who refers, as a referral has it: whoever is no lawyer refers for the place where they work. */
export const referrerOf = (own: WorkDetails): Referrer => ({
  ...own,
  work: own.work === 'solicitor' ? 'solicitor' : 'agency',
})
