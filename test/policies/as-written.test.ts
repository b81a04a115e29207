import { describe, expect, it } from 'vitest'
import { checkPolicy } from '../../src/policy/index.ts'
import { firmAsWritten, trustAsWritten } from './as-written.ts'

/** What is wrong with each notice as it was published. */
const trustDefects = {
  'three identities, one of them a misspelt address': ['N01 service.controllers', 'N01 service.contact.email'],
  'no lawful basis for anything or anybody': [
    'N02 purposes.websiteStatistics.subjects.visitor.basis',
    'N02 purposes.enquiries.subjects.enquirer.basis',
    'N02 purposes.enquiries.subjects.professional.basis',
    'N02 purposes.booking.subjects.client.basis',
    'N02 purposes.booking.subjects.otherParty.basis',
    'N02 purposes.mediation.subjects.client.basis',
    'N02 purposes.mediation.subjects.otherParty.basis',
    'N02 purposes.mediation.subjects.child.basis',
    'N02 purposes.mediation.subjects.familyMember.basis',
    'N02 purposes.returningClient.subjects.client.basis',
    'N02 purposes.statistics.subjects.client.basis',
    'N02 purposes.employment.subjects.applicant.basis',
    'N02 purposes.employment.subjects.staff.basis',
    'N02 purposes.employment.subjects.volunteer.basis',
  ],
  'families’ files and record checks without a condition': [
    'N03 purposes.mediation.special',
    'N03 purposes.employment.special',
  ],
  '"up to seven years" from nowhere': ['N04 retention.files.from', 'N04 retention.returning.from'],
  'the same seven years for two reasons': ['N15 retention.returning.of'],
  'cookies that last for ever, or not as long as is said': [
    'N05 storage.speed.maxAge',
    'N05 storage.analyticsA.maxAge',
    'N05 storage.analyticsB.maxAge',
    'N05 storage.analyticsC.maxAge',
    'N05 storage.chat.maxAge',
  ],
  'speed called strictly necessary': ['N17 storage.speed.need'],
  'consent by continuing': ['N18 consents.cookies.given'],
  'a right of access and no other': ['N06 rights.offers'],
  'data for its purpose only, and yet any of it for statistics': ['N07 text.summaryUse', 'N07 text.keeping'],
  'details from the other parent, with no word on telling the person': [
    'N08 purposes.booking.subjects.otherParty.told',
  ],
  'permission without its limits': ['N09 consents.permission.withdrawal'],
  'anonymised by no method': ['N10 statistics.research.threshold'],
}

const firmDefects = {
  'a role for clients and for the programme, and none for suppliers': ['N01 purposes.suppliers.role'],
  'a contract with clients that is made to cover the rest of the family': [
    'N02 purposes.mediation.subjects.otherParty',
    'N02 purposes.mediation.subjects.child',
    'N02 purposes.mediation.subjects.familyMember',
  ],
  'ethnic origin without a condition': ['N03 purposes.equality.special'],
  'lists kept "until they tell us" and "thereafter"': ['N04 retention.events.keep', 'N04 retention.suppliers.keep'],
  'destroyed when the case is over, and six and a half years later': ['N15 retention.records.of'],
  'a cookie category "Others"': ['N22 consents.others.purpose'],
  'no portability and no objection, and thirty days for a month': [
    'N06 rights.offers',
    'N06 clocks.rightsRequest.answer',
  ],
  'a promise of "never", and a duty that no law lays': ['N07 text.summarySharing', 'N07 purposes.events.text'],
  'a practice direction taken for a legal obligation': ['N08 purposes.invitation.subjects.otherParty.basis.law'],
  'pooled and portfolio data called anonymous': ['N10 statistics.surveys.threshold', 'N10 roles.trainee.may.0.view'],
  'shuttle mediation that says not what it passes on': ['N11 recipients.otherParty.passes'],
}

const found = (policy: unknown): string[] => checkPolicy(policy).map(({ rule, clause }) => `${rule} ${clause}`)

describe('the two notices as they were written', () => {
  it('finds the defects of the trust’s, and nothing else', () => {
    expect(found(trustAsWritten).sort()).toEqual(Object.values(trustDefects).flat().sort())
  })

  it('finds the defects of the firm’s, and nothing else', () => {
    expect(found(firmAsWritten).sort()).toEqual(Object.values(firmDefects).flat().sort())
  })
})
