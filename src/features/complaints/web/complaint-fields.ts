import { z } from 'zod'
import { optionalText, tooLong } from '../../../platform/web/field-schemas.ts'
import { abouts, type NewComplaint } from '../domain/complaint.ts'

export const longestDetails = 6000
export const chooseAbout = 'Choose what it is about'
const noDetails = 'Enter what happened'

/** What is asked whichever way a complaint comes. */
export const complaintFields = {
  about: z.string().default(''),
  made_for: z.string().default(''),
  representative: optionalText(200),
  organisation: optionalText(200),
  given_name: z.string().max(100, tooLong(100)).default(''),
  family_name: z.string().max(100, tooLong(100)).default(''),
  details: z.string().max(longestDetails, tooLong(longestDetails)).default(''),
  wanted: optionalText(2000),
  about_whom: optionalText(200),
  given_contact: optionalText(300),
} as const

const schema = z.object(complaintFields)
export type SentComplaint = z.output<typeof schema>
type Refuse = (field: string, message: string) => void

/** What it says, which everybody is asked. */
export function readWhat(
  sent: Pick<SentComplaint, 'about' | 'details' | 'wanted' | 'about_whom'>,
  refuse: Refuse,
): Pick<NewComplaint, 'about' | 'details' | 'wanted' | 'aboutWhom'> {
  const about = abouts.find((it) => it === sent.about)
  if (!about) refuse('about', chooseAbout)
  if (sent.details.trim() === '') refuse('details', noDetails)
  return { about: about ?? 'both', details: sent.details, wanted: sent.wanted, aboutWhom: sent.about_whom }
}

/** What belongs to another answer than the one that was chosen is neither judged nor kept. */
export function readComplaint(sent: SentComplaint, refuse: Refuse): Omit<NewComplaint, 'channel'> {
  const what = readWhat(sent, refuse)
  const whom = (['self', 'represented'] as const).find((it) => it === sent.made_for)
  if (!whom) refuse('made_for', 'Choose for whom this is')
  if (sent.given_name === '') refuse('given_name', 'Enter a first name')
  const represented = whom === 'represented'
  if (represented && sent.representative === null) refuse('representative', 'Enter who complains for them')
  return {
    ...{ ...what, madeFor: whom ?? 'self', givenName: sent.given_name, familyName: sent.family_name },
    representative: represented ? sent.representative : null,
    organisation: represented ? sent.organisation : null,
    givenContact: sent.given_contact,
  }
}
