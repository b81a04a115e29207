import { standardCategories } from '../../src/policy/standard-categories.ts'

/**
 * Two real notices restated as facts, not in their sentences: what each says about itself, and nothing that it leaves open.
 * Where a notice is silent on something that the language asks of everybody (which screen waits how long), the usual is put,
 * so that the findings are the notice's own.
 */
const usual = {
  reopen: 'continue',
  noAnchor: { after: 'P1Y', then: 'review' },
  waiting: 'P28D',
  why: 'Law.',
  source: 'The notice',
}
const asked = { source: ['subject'] }
const text = {
  summaryWho: 'We mediate.',
  summaryUse: 'We use your details to help you.',
  summarySharing: 'We share little.',
  summaryKeeping: 'We keep files for a time.',
  summaryRights: 'You have rights.',
  controller: 'We answer for your details.',
  sources: 'You tell us most of what we know.',
  betweenParties: 'Mediation is between two people.',
  sharing: 'We share with some bodies.',
  keeping: 'There is a schedule.',
  paper: 'Some files are on paper.',
  rights: 'You may ask to see your data.',
  identity: 'We may ask who you are.',
  children: 'We note details about children.',
  websites: 'Other websites have notices of their own.',
  cookies: 'We use cookies.',
  changes: 'This notice may change.',
}
const purpose = (title: string, more: object) => ({
  role: 'controller',
  title,
  text: 'We do this for you.',
  reads: [],
  writes: [],
  recipients: [],
  retention: ['files'],
  automated: false,
  ...more,
})
const everybodyAtWork = (purposes: object) => ({
  coordinator: {
    area: 'office',
    title: 'Staff',
    may: Object.keys(purposes).map((each) => ({ purpose: each, rows: 'any' })),
  },
})
const cookie = (name: string, more: object) => ({
  name,
  medium: 'cookie',
  areas: ['public'],
  text: 'A cookie.',
  ...more,
})

const people = (basis?: object) => (basis ? { basis, ...asked } : asked)

const trustPurposes = {
  websiteStatistics: purpose('Browsing patterns', { subjects: { visitor: people() }, reads: ['website.counts'] }),
  enquiries: purpose('Recording enquiries', {
    subjects: { enquirer: people(), professional: people() },
    reads: ['enquiry.identity', 'enquiry.contact'],
  }),
  booking: purpose('Booking sessions', {
    subjects: { client: people(), otherParty: { source: ['otherParty', 'referrer'] } },
    reads: ['party.identity', 'party.contact', 'appointment.details'],
  }),
  mediation: purpose('The client file', {
    subjects: {
      client: people(),
      otherParty: { source: ['subject'] },
      child: people(),
      familyMember: people(),
    },
    reads: ['case.record', 'child.identity'],
    recipients: ['legalAidAgency'],
  }),
  returningClient: purpose('Serving you again', {
    subjects: { client: people() },
    reads: ['returning.index'],
    retention: ['returning'],
  }),
  statistics: purpose('Statistics and research', { subjects: { client: people() }, reads: ['statistics.facts'] }),
  // One heading of the notice covers employing people, vetting them and keeping volunteers.
  employment: purpose('Employment and volunteering', {
    subjects: { applicant: people(), staff: people(), volunteer: people() },
    reads: ['applicant.checks'],
  }),
}

export const trustAsWritten = {
  date: '2018-05-01',
  service: {
    name: 'A mediation trust',
    legalForm: 'charity',
    registration: 'A charity',
    // One name at the head of the notice, another under employment and rights, and an address at a third, misspelt.
    controllers: {
      trust: { name: 'A mediation trust', own: true, contact: 'by post' },
      county: { name: 'A county mediation service', own: true, contact: 'by post' },
    },
    contact: { address: ['By post'], email: 'help@mediationtrust.otg', website: 'https://mediationtrust.org' },
    icoRegistration: 'none',
    language: 'en-GB',
  },
  categories: standardCategories,
  purposes: trustPurposes,
  retention: {
    // "Up to" so long, from no event; and the same records a second time, for another reason.
    files: { ...usual, of: 'case', title: 'Files, for legal reasons', keep: 'P7Y' },
    returning: { ...usual, of: 'case', title: 'Details, should you return', keep: 'P7Y' },
  },
  recipients: {
    legalAidAgency: {
      name: 'the legal aid body',
      kind: 'authority',
      why: 'assesses people for legal aid',
      country: 'GB',
      gate: { opens: 'partyAsks' },
    },
  },
  storage: {
    session: cookie('ASP.NET_Sessionid', { use: 'signIn', need: 'strictlyNecessary', maxAge: 'browserClose' }),
    speed: cookie('__cfduid', { use: 'speed', need: 'strictlyNecessary', maxAge: 'Never' }),
    analyticsA: cookie('_ga', { use: 'analytics', need: { consent: 'cookies' }, maxAge: 'Never' }),
    analyticsB: cookie('_gat', { use: 'analytics', need: { consent: 'cookies' }, maxAge: 'Never' }),
    analyticsC: cookie('_gid', { use: 'analytics', need: { consent: 'cookies' }, maxAge: 'P5D' }),
    chat: cookie('__zlcmid', { use: 'chat', need: { consent: 'cookies' }, maxAge: 'Never' }),
  },
  consents: {
    cookies: {
      purpose: 'websiteStatistics',
      title: 'Cookies',
      wording: 'Going on means yes.',
      given: 'byContinuing',
      ledger: 'countsOnly',
      withdrawal: { stops: 'Preferences can be managed.', continues: 'The website works.' },
    },
    permission: {
      purpose: 'mediation',
      title: 'Disclosure with permission',
      wording: 'You give permission.',
      given: 'byAction',
      ledger: 'perPerson',
      opens: 'email',
    },
  },
  roles: everybodyAtWork(trustPurposes),
  statistics: { research: { title: 'Research, anonymised', from: 'statistics.facts' } },
  clocks: {},
  rights: { channels: 'any', identity: 'whenInDoubt', offers: ['access'] },
  claims: {},
  text: {
    ...text,
    summaryUse: 'Your details serve only what you gave them for.',
    keeping: 'Whatever we collect may also be counted.',
  },
}

const contract = { a6: 'contract' }
const interest = (what: string) => ({
  a6: 'legitimateInterests',
  interest: what,
  assessment: 'none',
  reviewBy: '2030-01-01',
})
const publicInterest = { a6: 'publicTask', law: 'Children Act 1989, s.11A' }
const legal = { condition: 'legalClaims' }

const firmPurposes = {
  information: purpose('The website', {
    subjects: { visitor: people(interest('informing')) },
    reads: ['service.published'],
  }),
  websiteStatistics: purpose('Analytics', {
    subjects: { visitor: people({ a6: 'consent', scope: 'analytics' }) },
    reads: ['website.counts'],
  }),
  // One basis, contract, is claimed for "clients", and the file tells of the other parent, children and others.
  mediation: purpose('MIAMs and mediation', {
    subjects: { client: people(contract) },
    special: legal,
    reads: ['party.identity', 'party.contact', 'child.identity', 'case.record'],
    recipients: ['otherParty'],
    retention: ['files', 'records'],
  }),
  invitation: purpose('Writing to the other parent', {
    subjects: {
      otherParty: {
        basis: { a6: 'legalObligation', law: 'Family Procedure Rules Practice Direction 3A' },
        source: ['otherParty'],
        told: 'firstContact',
      },
    },
  }),
  equality: purpose('Fair services', {
    subjects: { client: people(interest('fairness')) },
    reads: ['person.ethnicity'],
  }),
  // The notice says for whom it is controller (clients, professionals) and processor (the programme); suppliers are neither.
  suppliers: purpose('Suppliers', {
    role: undefined,
    subjects: { supplier: people(interest('future reference')) },
    reads: ['supplier.contact'],
    retention: ['suppliers'],
  }),
  programme: purpose('The programme', {
    role: { processorFor: 'cafcass' },
    subjects: { participant: people(publicInterest), child: people(publicInterest) },
    special: legal,
    reads: ['programme.record'],
    retention: ['programme'],
  }),
  training: purpose('Training mediators', {
    subjects: { trainee: people(interest('training')), client: people(interest('training')) },
    special: legal,
    reads: ['training.portfolio'],
  }),
  feedback: purpose('Surveys', { subjects: { client: people(interest('quality')) }, reads: ['feedback.answers'] }),
  events: purpose('Training events', {
    text: 'We are legally required to keep the list.',
    subjects: { eventContact: people(interest('inviting')) },
    reads: ['event.contact'],
    retention: ['events'],
  }),
}

const elevenMonths = { use: 'choice', need: 'strictlyNecessary', maxAge: 'P11M' }
const choice = (of: string, title: string) => ({
  purpose: of,
  title,
  wording: 'Yes to these cookies.',
  given: 'byAction',
  ledger: 'countsOnly',
  opens: 'email',
  withdrawal: { stops: 'They stop.', continues: 'What was done stands, and safeguarding goes on.' },
})

export const firmAsWritten = {
  date: '2020-01-01',
  service: {
    name: 'A mediation firm',
    legalForm: 'company',
    registration: 'A company',
    controllers: {
      firm: { name: 'A mediation firm', own: true, contact: 'as above' },
      cafcass: { name: 'Cafcass', contact: 'its own', passRequestsWithin: 'P2D' },
    },
    contact: { address: ['As above'], email: 'help@firm.example', website: 'https://firm.example' },
    icoRegistration: 'none',
    language: 'en-GB',
  },
  categories: standardCategories,
  purposes: firmPurposes,
  retention: {
    files: { ...usual, of: 'case', title: 'Files, destroyed when the case is over', from: 'case.closed', keep: 'P0D' },
    records: { ...usual, of: 'case', title: 'Records, afterwards', from: 'case.closed', keep: 'P6Y6M' },
    programme: { ...usual, of: 'programme', title: 'The programme', from: 'programme.ended', keep: 'P1Y' },
    events: { ...usual, of: 'eventContact', title: 'The list, until they decline', from: 'event.declined' },
    suppliers: { ...usual, of: 'supplier', title: 'Suppliers, and thereafter', from: 'supplier.taxYearEnded' },
  },
  recipients: {
    otherParty: {
      name: 'the other party',
      kind: 'party',
      why: 'is told what is pertinent',
      country: 'GB',
      gate: { opens: 'passedOn' },
    },
  },
  storage: {
    analytics: cookie('cookielawinfo-checkbox-analytics', elevenMonths),
    functional: cookie('cookielawinfo-checkbox-functional', elevenMonths),
    necessary: cookie('cookielawinfo-checkbox-necessary', elevenMonths),
    others: cookie('cookielawinfo-checkbox-others', elevenMonths),
    performance: cookie('cookielawinfo-checkbox-performance', elevenMonths),
    viewed: cookie('viewed_cookie_policy', elevenMonths),
  },
  consents: {
    analytics: choice('websiteStatistics', 'Analytics'),
    functional: choice('information', 'Functional'),
    performance: choice('websiteStatistics', 'Performance'),
    others: choice('others', 'Others'),
  },
  roles: {
    ...everybodyAtWork(firmPurposes),
    trainee: { area: 'office', title: 'Trainee', may: [{ purpose: 'training', rows: 'assigned', view: 'anonymised' }] },
  },
  statistics: { surveys: { title: 'Surveys, pooled with other services', from: 'feedback.answers' } },
  clocks: { rightsRequest: { answer: 'P30D', extension: 'P2M' } },
  rights: {
    channels: 'any',
    identity: 'whenInDoubt',
    offers: ['access', 'rectification', 'erasure', 'restriction', 'withdrawal'],
  },
  claims: {},
  text: { ...text, summarySharing: 'Advertisers will never get your details.' },
}
