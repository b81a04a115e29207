interface ExemptionGroup {
  readonly title: string
  readonly items: Readonly<Record<string, string>>
}

/**
 * What a person may say of themselves that frees them from a MIAM. A mediator notes it and certifies none of it: since 29 April 2024
 * the exemptions are the applicant's to claim and the court's to look at.
 */
export const exemptions: {
  readonly inForceFrom: string
  readonly source: string
  readonly groups: readonly ExemptionGroup[]
} = {
  inForceFrom: '2024-04-29',
  source: 'Family Procedure Rules 2010, rule 3.8(1) and Practice Direction 3A, as amended by SI 2023/1324; form C100',
  groups: [
    {
      title: 'Evidence of domestic abuse',
      items: {
        arrest: 'An arrest for a domestic abuse offence',
        caution: 'A police caution for one',
        proceedings: 'Criminal proceedings for one that have not ended',
        conviction: 'A conviction for one',
        dvpn: 'A domestic violence protection notice (Crime and Security Act 2010, s.24)',
        dapn: 'A domestic abuse protection notice (Domestic Abuse Act 2021, s.22)',
        boundOver: 'A court order binding the other person over',
        injunction: 'A protective injunction',
        undertaking: 'An undertaking (Family Law Act 1996, s.46 or 63E)',
        finding: 'A finding of fact by a court',
        expert: 'An expert report to a court or tribunal',
        examined: 'A health professional’s letter after an examination',
        referred: 'A health professional’s letter of a referral',
        marac: 'A letter of a multi-agency risk assessment conference',
        housing: 'A letter of a local authority or housing association',
        authority: 'A letter of a public authority',
        idva: 'A letter of an independent domestic violence adviser',
        isva: 'A letter of an independent sexual violence adviser',
        support: 'A letter of a domestic abuse support organisation',
        refuge: 'A letter that a refuge had no room',
        leave: 'Leave to remain as a victim of domestic violence',
        financial: 'Evidence of financial abuse',
      },
    },
    {
      title: 'Child protection',
      items: {
        enquiries: 'Enquiries by a local authority (Children Act 1989, s.47)',
        plan: 'A child protection plan',
      },
    },
    {
      title: 'Urgency',
      items: {
        danger: 'Risk to life, liberty or physical safety',
        childHarm: 'Risk of harm to a child',
        abduction: 'Risk that a child is unlawfully removed or kept',
        injustice: 'Risk of a miscarriage of justice',
        irretrievable: 'Irretrievable problems in dealing with the dispute',
        hardship: 'Significant financial hardship',
        abroad: 'Proceedings in another country that would come first',
      },
    },
    {
      title: 'Attended before',
      items: {
        fourMonths: 'A MIAM or another way out of court in the four months before',
        existing: 'Proceedings that run already, after a MIAM',
      },
    },
    {
      title: 'Other',
      items: {
        withoutNotice: 'The application is made without notice',
        fiveMediators: 'None of five mediators within 15 miles could see them within 15 business days',
        access: 'A disability that none of five mediators within 15 miles could provide for',
        noMediator: 'No mediator within 15 miles, and no way to attend by video',
        custody: 'The applicant is in prison, on bail or on licence with a condition',
        childParty: 'A party is a child under 18',
        bankruptcy: 'Bankruptcy, for an application about money',
      },
    },
  ],
}

/** Words of each exemption by its key. */
export const exemptionWords: ReadonlyMap<string, string> = new Map(
  exemptions.groups.flatMap((group) => Object.entries(group.items)),
)
