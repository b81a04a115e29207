import { type Classification, key, personal } from '../../src/policy/classification.ts'

type Step = string | number
/** One change to a policy that passes: a value put at a place, or the place taken away. */
export interface Change {
  readonly at: readonly Step[]
  readonly to: unknown
}
export interface RuleCase {
  readonly rule: string
  readonly clause: string
  readonly changes: readonly Change[]
  readonly classification?: Classification
}

const path = (dotted: string): Step[] => dotted.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
const put = (at: string, to: unknown): Change => ({ at: path(at), to })
const take = (at: string): Change => put(at, undefined)
const breaks = (rule: string, clause: string, ...changes: readonly Change[]): RuleCase => ({ rule, clause, changes })

const keepsRing: Classification = {
  wedding_ring: {
    of: 'portfolio',
    category: 'training.portfolio',
    rows: { by: 'everyone' },
    columns: { id: key('party'), inscription: personal('case.record', ['party']) },
  },
}
const usesNothing: Classification = {
  star_sign: {
    of: 'case',
    category: 'programme.record',
    rows: { by: 'everyone' },
    columns: { id: key('party'), sign: personal('programme.record', ['party']) },
  },
}

const spareRetention = {
  of: 'portfolio',
  title: 'Portfolios',
  from: 'portfolio.ended',
  keep: 'P3Y',
  reopen: 'continue',
  noAnchor: { after: 'P1Y', then: 'review' },
  waiting: 'P28D',
  why: 'Trainees need them.',
  source: 'Our own assessment',
}
const spareRecipient = {
  name: 'the parish council',
  kind: 'authority',
  why: 'asks now and then',
  country: 'GB',
  gate: { opens: 'complaint' },
}
const spareConsent = {
  purpose: 'mediation',
  title: 'Photographs',
  wording: 'You may take my picture.',
  given: 'byAction',
  ledger: 'perPerson',
  withdrawal: { stops: 'We stop.', continues: 'Mediation goes on.' },
}
const legitimate = {
  a6: 'legitimateInterests',
  interest: 'we care',
  assessment: 'assessments/a',
  reviewBy: '2027-11-21',
}

/** For each rule of the check, policies that break just that rule; all others are as the mediation trust's. */
export const ruleCases: readonly RuleCase[] = [
  breaks(
    'N01',
    'service.controllers',
    put('service.controllers.other', { name: 'Fenwater Family Help', own: true, contact: 'x' }),
  ),
  breaks('N01', 'service.controllers', take('service.controllers.trust.own')),
  breaks('N01', 'service.contact.email', put('service.contact.email', 'privacy@fenwater-mediaton.example')),
  breaks('N01', 'purposes.mediation.role', take('purposes.mediation.role')),
  breaks('N01', 'purposes.mediation.role', put('purposes.mediation.role', { processorFor: 'cafcass' })),
  breaks('N01', 'purposes.mediation.role', put('purposes.mediation.role', { jointWith: 'trust' })),
  breaks('N02', 'purposes.mediation.subjects.child', take('purposes.mediation.subjects.child')),
  breaks('N02', 'purposes.mediation.subjects.client.basis', take('purposes.mediation.subjects.client.basis')),
  breaks('N03', 'purposes.mediation.special', take('purposes.mediation.special')),
  breaks('N03', 'purposes.recruitment.special', take('purposes.recruitment.subjects.applicant.special')),
  breaks('N04', 'retention.enquiry.from', take('retention.enquiry.from')),
  breaks('N04', 'retention.enquiry.keep', take('retention.enquiry.keep')),
  breaks('N04', 'retention.enquiry.keep', put('retention.enquiry.keep', 'up to seven years')),
  breaks('N05', 'storage.choice.maxAge', put('storage.choice.maxAge', 'never')),
  breaks('N05', 'storage.choice.maxAge', take('storage.choice.maxAge')),
  breaks('N05', 'storage.choice.maxAge', put('storage.choice.name', '_gid')),
  breaks(
    'N06',
    'rights.offers',
    put('rights.offers', ['access', 'rectification', 'erasure', 'restriction', 'portability', 'withdrawal']),
  ),
  breaks('N06', 'rights.channels', put('rights.channels', 'post')),
  breaks('N06', 'rights.identity', put('rights.identity', 'always')),
  breaks('N06', 'clocks.rightsRequest.answer', put('clocks.rightsRequest.answer', 'P30D')),
  breaks('N06', 'clocks.complaint.acknowledge', put('clocks.complaint.acknowledge', 'P2M')),
  breaks('N06', 'clocks.breach.report', put('clocks.breach.report', 'P3M')),
  breaks('N07', 'text.sharing', put('text.sharing', 'We never pass anything on.')),
  breaks('N07', 'consents.sharing.wording', put('consents.sharing.wording', 'You may send everything.')),
  breaks('N07', 'purposes.feedback.text', put('purposes.feedback.text', 'We are legally required to ask you.')),
  breaks('N07', 'claims.onePurpose.test', put('claims.onePurpose.test', 'trust us')),
  breaks('N08', 'purposes.invitation.subjects.otherParty.told', take('purposes.invitation.subjects.otherParty.told')),
  breaks(
    'N08',
    'purposes.invitation.subjects.otherParty.basis.law',
    put('purposes.invitation.subjects.otherParty.basis', { a6: 'legalObligation', law: 'Practice Direction 3A' }),
  ),
  breaks('N09', 'consents.emailContact.withdrawal', take('consents.emailContact.withdrawal')),
  breaks('N10', 'statistics.cases.threshold', take('statistics.cases.threshold')),
  breaks('N10', 'statistics.cases.threshold', put('statistics.cases.threshold', 3)),
  breaks('N10', 'statistics.cases.round', take('statistics.cases.round')),
  breaks('N10', 'statistics.cases.cadence', take('statistics.cases.cadence')),
  breaks('N10', 'roles.manager.may.0.view', put('roles.manager.may.0.view', 'anonymised')),
  breaks('N11', 'recipients.otherParty.passes', take('recipients.otherParty.passes')),
  breaks(
    'N11',
    'recipients.otherParty.passes',
    put('recipients.otherParty.passes', ['party.contact']),
    put('recipients.otherParty.withholds', []),
  ),
  breaks('N11', 'recipients.otherParty.withholds', put('recipients.otherParty.withholds', ['case.record'])),
  breaks('N12', 'purposes.booking.subjects', put('purposes.booking.subjects', {})),
  breaks(
    'N13',
    'purposes.equality.subjects.client.special',
    take('purposes.equality.subjects.client.special.schedule1'),
  ),
  breaks(
    'N13',
    'purposes.equality.subjects.client.special',
    take('purposes.equality.subjects.client.special.policyDocument'),
  ),
  breaks(
    'N13',
    'purposes.screening.special',
    put('purposes.screening.special', { condition: 'explicitConsent', scope: 'unasked' }),
  ),
  breaks('N14', 'retention.clientFile.noAnchor', take('retention.clientFile.noAnchor')),
  breaks('N14', 'retention.clientFile.cap', take('retention.clientFile.cap')),
  breaks('N14', 'retention.clientFile.cap', put('retention.clientFile.cap', 'P5Y')),
  breaks('N14', 'retention.clientFile.waiting', put('retention.clientFile.waiting', 'a while')),
  breaks('N15', 'retention.enquiry.of', put('retention.enquiry.of', 'case')),
  breaks('N16', 'recipients.hosting.agreement', take('recipients.hosting.agreement')),
  breaks('N16', 'recipients.hosting.agreement.reviewBy', put('recipients.hosting.agreement.reviewBy', '2026-01-01')),
  breaks('N16', 'recipients.hosting.country', take('recipients.hosting.country')),
  breaks('N16', 'recipients.hosting.safeguard', put('recipients.hosting.country', 'US')),
  breaks('N16', 'recipients.hosting.gate', take('recipients.hosting.gate')),
  breaks('N16', 'recipients.taxOffice.gate.law', put('recipients.taxOffice.gate.law', 'Guidance of the tax office')),
  breaks('N17', 'storage.choice.need', put('storage.choice.use', 'speed')),
  breaks('N17', 'storage.choice.need', put('storage.choice.need', 'statistical')),
  breaks('N18', 'consents.pageCounts.given', put('consents.pageCounts.given', 'byContinuing')),
  breaks('N18', 'consents.pageCounts.given', put('consents.pageCounts.given', 'preTicked')),
  breaks('N19', 'recipients.mailCarrier.kind', put('recipients.mailCarrier.kind', 'advertiser')),
  breaks('N19', 'recipients.mailCarrier.kind', put('recipients.mailCarrier.kind', 'seller')),
  breaks(
    'N19',
    'storage.choice.use',
    put('storage.choice.use', 'advertising'),
    put('storage.choice.need', { consent: 'pageCounts' }),
  ),
  breaks('N20', 'purposes.feedback.retention', put('purposes.feedback.retention', [])),
  { rule: 'N20', clause: 'columns.wedding_ring', changes: [], classification: keepsRing },
  { rule: 'N20', clause: 'columns.star_sign.sign', changes: [], classification: usesNothing },
  breaks(
    'N21',
    'purposes.mediation.subjects.child.basis',
    put('purposes.mediation.subjects.child.basis', { a6: 'contract' }),
  ),
  breaks(
    'N21',
    'purposes.invitation.subjects.otherParty.basis',
    put('purposes.invitation.subjects.otherParty.basis', { a6: 'contract' }),
  ),
  breaks(
    'N21',
    'purposes.payments.subjects.donor.basis',
    put('purposes.payments.subjects.donor.basis', { a6: 'contract' }),
  ),
  breaks(
    'N21',
    'purposes.recruitment.subjects.applicant.basis',
    put('purposes.recruitment.subjects.applicant.basis', { a6: 'contract' }),
  ),
  breaks('N22', 'consents.pageCounts.purpose', put('consents.pageCounts.purpose', 'others')),
  breaks('N23', 'text.keeping', put('text.keeping', 'We keep a file for seven years.')),
  breaks('N23', 'text.keeping', put('text.keeping', 'We keep 12 copies.')),
  breaks('N23', 'text.cookies', put('text.cookies', 'We leave cookie_choice in your browser.')),
  breaks('N23', 'text.sharing', put('text.sharing', 'Larkfield Hosting can help.')),
  breaks('N23', 'text.rights', put('text.rights', 'Write to help@elsewhere.example about it.')),
  breaks(
    'N24',
    'purposes.rights.subjects.requester.basis.law',
    put('purposes.rights.subjects.requester.basis.law', 'our code of practice'),
  ),
  breaks(
    'N24',
    'purposes.mediation.subjects.child.basis.interest',
    put('purposes.mediation.subjects.child.basis', { ...legitimate, interest: undefined }),
  ),
  breaks(
    'N24',
    'purposes.mediation.subjects.child.basis.assessment',
    take('purposes.mediation.subjects.child.basis.assessment'),
  ),
  breaks(
    'N24',
    'purposes.mediation.subjects.child.basis.reviewBy',
    put('purposes.mediation.subjects.child.basis.reviewBy', '2026-11-21'),
  ),
  breaks('N25', 'roles.party.may.5.purpose', take('roles.party.may.5.state')),
  breaks('N25', 'roles.fundraiser.may.0.purpose', take('roles.fundraiser.state')),
  breaks(
    'N26',
    'purposes.enquiries.retention',
    put('purposes.enquiries.retention', ['enquiry', 'drafts', 'repeats', 'attic']),
  ),
  breaks(
    'N26',
    'purposes.enquiries.recipients',
    put('purposes.enquiries.recipients', ['hosting', 'mailCarrier', 'gossip']),
  ),
  breaks('N26', 'roles.manager.may.3.purpose', put('roles.manager.may.3', { purpose: 'gossip', rows: 'any' })),
  breaks(
    'N26',
    'recipients.complaintBodies.gate.scope',
    put('recipients.complaintBodies.gate', { opens: 'withConsent', scope: 'unasked' }),
  ),
  breaks('N26', 'text.keeping', put('text.keeping', 'We keep it for {retention.attic.keep}.')),
  breaks('N27', 'storage.choice.need', take('storage.choice.need')),
  breaks('N27', 'storage.choice.need', put('storage.choice.need', { consent: 'unasked' })),
  breaks('N28', 'roles.privacyOfficer.may.0.do', put('roles.privacyOfficer.may.0.do', ['read', 'change', 'remove'])),
  breaks('N28', 'roles.coordinator.may.1.do', put('roles.coordinator.may.1.do', [])),
  breaks('N28', 'purposes.conflicts.writes', put('roles.supervisor.may.8.do', ['read'])),
  breaks('N28', 'purposes.retention.removes', put('roles.system.may.5.do', ['read', 'add', 'change'])),
  breaks('N28', 'purposes.monitoring', put('roles.manager.may.0', { purpose: 'feedback', rows: 'any' })),
  breaks('N28', 'retention.portfolios', put('retention.portfolios', spareRetention)),
  breaks('N28', 'recipients.parish', put('recipients.parish', spareRecipient)),
  breaks('N28', 'consents.photographs', put('consents.photographs', spareConsent)),
  breaks('N29', 'purposes.enquiries.automated', put('purposes.enquiries.automated', true)),
  breaks('N29', 'purposes.enquiries.automated', take('purposes.enquiries.automated')),
  breaks('N30', 'retention.clientFile', put('retention.clientFile.keeep', 'P7Y')),
  breaks('N30', 'purposes', put('purposes.gossip', {})),
  breaks('N30', 'text.children', take('text.children')),
  breaks('N30', 'date', put('date', 'last May')),
]
