/** What a service says of itself, beside its page wording: one setting each. */
export const serviceDetails = {
  'contact.neutral-name': { title: 'Neutral name', of: 'neutralName' },
  'contact.telephone': { title: 'Telephone', of: 'telephone' },
  'contact.email': { title: 'E-mail address', of: 'email' },
  'contact.address': { title: 'Office address', of: 'officeAddress' },
  'contact.postcode': { title: 'Postcode', of: 'postcode' },
  'contact.privacy-lead': { title: 'Who answers for data protection', of: 'privacyLead' },
  'hours.opening': { title: 'Opening hours', of: 'openingHours' },
} as const

export type DetailKey = keyof typeof serviceDetails
export type DetailName = (typeof serviceDetails)[DetailKey]['of']
export const detailKeys = Object.keys(serviceDetails) as DetailKey[]
