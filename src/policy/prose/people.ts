import type { SubjectKind } from '../vocabulary.ts'

/** How each kind of person is named: `these` in a sentence to staff, `heading` and `you` in a notice to the person. */
export const people: Readonly<Record<SubjectKind, { readonly these: string; readonly heading: string }>> = {
  visitor: { these: 'visitors to the website', heading: 'If you look at our website' },
  enquirer: { these: 'people who get in touch', heading: 'If you get in touch with us' },
  client: { these: 'people who come to mediation', heading: 'If you come to mediation' },
  otherParty: {
    these: 'the other party, whose details somebody else gave',
    heading: 'If somebody else gave us your details',
  },
  child: { these: 'children', heading: 'If you are a child or young person' },
  familyMember: { these: 'other people in the family', heading: 'If you are part of a family that comes to us' },
  professional: {
    these: 'solicitors, referrers and other professionals',
    heading: 'If you work with us as a professional',
  },
  supplier: { these: 'suppliers and contractors', heading: 'If you supply us' },
  donor: { these: 'donors', heading: 'If you give to us' },
  applicant: { these: 'people who apply for a job', heading: 'If you ask about a job or apply for one' },
  staff: { these: 'staff', heading: 'If you work for us' },
  volunteer: { these: 'volunteers', heading: 'If you volunteer with us' },
  trainee: { these: 'trainee mediators', heading: 'If you train with us' },
  eventContact: { these: 'people who sign up for training events', heading: 'If you sign up for our training events' },
  participant: { these: 'parents on a programme', heading: 'If you are on a parents’ programme' },
  complainant: { these: 'people who complain', heading: 'If you complain to us' },
  requester: { these: 'people who use their data rights', heading: 'If you use your rights over your data' },
}

/** What the part of a notice that is about a kind of person is called. */
export const headingFor = (kind: SubjectKind): string => people[kind].heading
