import type { RightKey } from '../language/clauses.ts'
import type { BasisKind } from '../rights-of-bases.ts'
import { rightsOf } from '../rights-of-bases.ts'

/** Why a right is refused for something: in plain words, with the law and the day on which it was last read. */
export interface RefusalGround {
  /** Completes "because …". */
  readonly words: string
  readonly law: string
  readonly rights: readonly RightKey[]
  readonly asOf: string
}

const asOf = '2026-11-01'
const every = ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection', 'withdrawal'] as const

/** The law's grounds, as dated data: what is in none of these is no ground. */
export const refusalGrounds = {
  legalDuty: {
    words: 'the law tells us to keep it and use it',
    law: 'UK GDPR, Article 17(3)(b)',
    rights: ['erasure'],
    asOf,
  },
  publicTask: {
    words: 'it is needed for a task for the public that the law sets',
    law: 'UK GDPR, Article 17(3)(b)',
    rights: ['erasure'],
    asOf,
  },
  legalClaims: {
    words: 'somebody may need it to make or answer a legal claim',
    law: 'UK GDPR, Articles 17(3)(e), 18(2) and 21(1)',
    rights: ['erasure', 'restriction', 'objection'],
    asOf,
  },
  stillNeeded: {
    words: 'we still need it for what it was given for, and none of the reasons to delete it is there',
    law: 'UK GDPR, Article 17(1)',
    rights: ['erasure'],
    asOf,
  },
  otherPeople: {
    words: 'it tells of other people too, and it would not be fair to them to give it',
    law: 'Data Protection Act 2018, Schedule 2, paragraph 16',
    rights: ['access', 'portability'],
    asOf,
  },
  healthOpinion: {
    words: 'a health professional must be asked first whether it could do serious harm',
    law: 'Data Protection Act 2018, Schedule 3, paragraph 6',
    rights: ['access'],
    asOf,
  },
  rightAsItIs: {
    words: 'we have checked it and it is right as it stands',
    law: 'UK GDPR, Article 16',
    rights: ['rectification'],
    asOf,
  },
  opinion: {
    words: 'it is what somebody thought then; your own words can stand beside it',
    law: 'UK GDPR, Article 16',
    rights: ['rectification'],
    asOf,
  },
  noGroundToRestrict: {
    words: 'none of the four reasons to keep it unused is there',
    law: 'UK GDPR, Article 18(1)',
    rights: ['restriction'],
    asOf,
  },
  notByConsentOrContract: {
    words:
      'a copy for another service is for what rests on your yes or on our agreement with you, and this rests on another reason',
    law: 'UK GDPR, Article 20(1)',
    rights: ['portability'],
    asOf,
  },
  notOurInterest: {
    words: 'one can object to what rests on an interest of ours or of the public, and this rests on another reason',
    law: 'UK GDPR, Article 21(1)',
    rights: ['objection'],
    asOf,
  },
  compelling: {
    words: 'there is a reason for it that weighs more than your own',
    law: 'UK GDPR, Article 21(1)',
    rights: ['objection'],
    asOf,
  },
  notByConsent: {
    words: 'one can take back a yes, and this does not rest on one',
    law: 'UK GDPR, Article 7(3)',
    rights: ['withdrawal'],
    asOf,
  },
  unfounded: {
    words: 'what was asked is plainly without ground, or far too much',
    law: 'UK GDPR, Article 12A(5) and Article 12(5)',
    rights: every,
    asOf,
  },
} as const satisfies Record<string, RefusalGround>

export type RefusalGroundKey = keyof typeof refusalGrounds

export const groundKeysFor = (right: RightKey): RefusalGroundKey[] =>
  (Object.keys(refusalGrounds) as RefusalGroundKey[]).filter((it) =>
    (refusalGrounds[it].rights as readonly RightKey[]).includes(right),
  )

/** The ground that follows from the basis alone where a right does not come with it; null where it does. */
export function groundOfBasis(right: RightKey, basis: BasisKind): RefusalGroundKey | null {
  if (rightsOf(basis)[right] === 'yes') return null
  if (right === 'erasure') return basis === 'publicTask' ? 'publicTask' : 'legalDuty'
  if (right === 'portability') return 'notByConsentOrContract'
  if (right === 'objection') return 'notOurInterest'
  return 'notByConsent'
}
