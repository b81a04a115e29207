/**
 * The words that policies, classification and code share. A policy gives them their rules; the words themselves belong to the
 * software, since a purpose that no code acts under, or a category that no column bears, would rule nothing.
 */

/** The four kinds of process, each with a database login of its own. */
export const areas = ['public', 'portal', 'office', 'worker'] as const
export type Area = (typeof areas)[number]

/** What something is used for. Code acts under exactly one at a time. */
export const purposeKeys = [
  'information',
  'websiteStatistics',
  'consent',
  'enquiries',
  'booking',
  'mediation',
  'papers',
  'letters',
  'screening',
  'verification',
  'administration',
  'staffAccounts',
  'accountRecovery',
  'accountability',
  'retention',
  'statistics',
  'invitation',
  'answering',
  'onlineMeetings',
  'feedback',
  'payments',
  'legalAid',
  'equality',
  'programme',
  'training',
  'events',
  'suppliers',
  'professionalContacts',
  'fundraising',
  'recruitment',
  'employment',
  'volunteers',
  'complaints',
  'safeguarding',
  'monitoring',
  'recognition',
  'conflicts',
  'returningClient',
  'rights',
  'legalClaims',
] as const
export type PurposeKey = (typeof purposeKeys)[number]

/** Kinds of data. Every classified column bears one. */
export const categoryKeys = [
  'service.published',
  'service.settings',
  'service.policy',
  'website.counts',
  'consent.choices',
  'consent.ledger',
  'enquiry.identity',
  'enquiry.contact',
  'enquiry.account',
  'enquiry.course',
  'referral.referrer',
  'party.identity',
  'party.contact',
  'party.whereabouts',
  'party.needs',
  'party.access',
  'child.identity',
  'case.index',
  'case.wall',
  'case.record',
  'case.screening',
  'case.document',
  'case.key',
  'appointment.details',
  'message.content',
  'message.course',
  'invitation.course',
  'invitation.answer',
  'task.list',
  'staff.name',
  'staff.account',
  'staff.recovery',
  'staff.registration',
  'staff.signIn',
  'audit.trail',
  'draft.text',
  'retention.course',
  'statistics.facts',
  'feedback.answers',
  'payment.details',
  'legalAid.means',
  'person.ethnicity',
  'programme.record',
  'training.portfolio',
  'event.contact',
  'supplier.contact',
  'professional.contact',
  'donor.details',
  'applicant.details',
  'applicant.checks',
  'employment.file',
  'volunteer.file',
  'complaint.details',
  'safeguarding.concern',
  'returning.index',
  'request.details',
] as const
export type CategoryKey = (typeof categoryKeys)[number]

/** Kinds of person. */
export const subjectKinds = [
  'visitor',
  'enquirer',
  'client',
  'otherParty',
  'child',
  'familyMember',
  'professional',
  'supplier',
  'donor',
  'applicant',
  'staff',
  'volunteer',
  'trainee',
  'eventContact',
  'participant',
  'complainant',
  'requester',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** What has one life and ends as a whole. Each table belongs to one. */
export const aggregates = [
  'enquiry',
  'case',
  'staff',
  'signIn',
  'draft',
  'consent',
  'auditTrail',
  'request',
  'websiteCount',
  'statistic',
  'destruction',
  'service',
  'message',
  'feedback',
  'payment',
  'donor',
  'applicant',
  'jobQuestion',
  'volunteer',
  'employment',
  'programme',
  'eventContact',
  'supplier',
  'professional',
  'complaint',
  'concern',
  'returning',
  'rightsRequest',
  'portfolio',
] as const
export type Aggregate = (typeof aggregates)[number]

/** Recorded events from which a retention clock may start. */
export const eventKeys = [
  'enquiry.lastContact',
  'case.closed',
  'staff.left',
  'signIn.ended',
  'draft.saved',
  'consent.ended',
  'audit.recorded',
  'request.answered',
  'count.recorded',
  'setting.superseded',
  'message.settled',
  'programme.ended',
  'feedback.given',
  'payment.yearEnded',
  'donation.lastClaimed',
  'application.decided',
  'volunteer.left',
  'employment.ended',
  'event.declined',
  'supplier.taxYearEnded',
  'professional.lastContact',
  'complaint.closed',
  'concern.closed',
  'return.window',
  'rightsRequest.closed',
  'portfolio.ended',
  'destruction.recorded',
] as const
export type EventKey = (typeof eventKeys)[number]

/** What people at the service do, and the doors for those who are not staff. */
export const roleKeys = [
  'visitor',
  'party',
  'coordinator',
  'mediator',
  'supervisor',
  'privacyOfficer',
  'administrator',
  'system',
  'trainee',
  'manager',
  'finance',
  'fundraiser',
  'recruiter',
] as const
export type RoleKey = (typeof roleKeys)[number]

/** Which rows of what a role may see: all, those of the cases given to them, their own, or those that it adds and no others. */
export const rowScopes = ['any', 'assigned', 'own', 'added'] as const
export type RowScope = (typeof rowScopes)[number]

export const operations = ['read', 'add', 'change', 'remove'] as const
export type Operation = (typeof operations)[number]
