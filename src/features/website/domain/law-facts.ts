/**
 * What the law says of first meetings and their costs, as the website tells it. Dated, since it changes: `asOf` stands on the page,
 * and nothing but words follows from it.
 */
export const lawFacts = {
  asOf: '2026-11-21',
  /** Children and Families Act 2014 s.10(1); Family Procedure Rules 2010 rule 3.6. */
  meetingFirst: 'Children and Families Act 2014, section 10, and Family Procedure Rules 2010, rule 3.6',
  /** Family Procedure Rules 2010 rule 3.9(2), as amended on 29 April 2024. */
  whatHappens: 'Family Procedure Rules 2010, rule 3.9',
  /** Business days from asking a mediator to the meeting: Practice Direction 3A. */
  businessDays: 15,
  /** Months for which a court takes a certificate of having been to one: Family Procedure Rules 2010 rule 3.8(1)(d). */
  certificateMonths: 4,
  /** Civil Legal Aid (Financial Resources and Payment for Services) Regulations 2013 reg 5(1)(ga) and (gb). */
  otherPersonsShare: 'Civil Legal Aid (Financial Resources and Payment for Services) Regulations 2013, regulation 5',
  /** Data Protection Act 2018 s.164A, in force from then: complaints about data. */
  dataComplaintsFrom: '2026-06-19',
} as const
