import type { Id } from '../../../values/ids.ts'

/** What a task is about: references only. */
export interface TaskReferences {
  readonly caseId?: Id | null | undefined
  readonly enquiryId?: Id | null | undefined
  readonly messageId?: Id | null | undefined
  /** A member of staff, an appointment or a stored file: whatever else the kind is about. */
  readonly subjectId?: Id | null | undefined
}

interface TaskKindFacts {
  /** What there is to do, as the link says it. */
  readonly words: string
  /** Where it is done; null when a reference that it needs is missing. */
  readonly leadsTo: (about: TaskReferences) => string | null
  /** `itself`: the act finishes the task. `hand`: whoever did it says so, since no act of the software shows it. */
  readonly ends: 'itself' | 'hand'
  /** It is done, or may well be done, by telephone: how it is safe to ring goes with it. */
  readonly rings?: true
  /** Somebody may be in danger, or does not know what they must: it stands above what is merely late. */
  readonly urgent?: true
}

const caseOrEnquiry = (about: TaskReferences) =>
  about.caseId ? `/office/cases/${about.caseId}` : about.enquiryId ? `/office/enquiries/${about.enquiryId}` : null

/** Messages about enquiries are read for another purpose than those of a case, at addresses of their own. */
const message = (about: TaskReferences) =>
  about.messageId
    ? `/office/${about.caseId ? 'messages' : 'enquiry-messages'}/${about.messageId}`
    : caseOrEnquiry(about)

const file = (about: TaskReferences) => (about.subjectId ? `/office/files/${about.subjectId}` : caseOrEnquiry(about))
const followUp = (about: TaskReferences) =>
  about.caseId && about.subjectId ? `/office/cases/${about.caseId}/follow-ups/${about.subjectId}` : caseOrEnquiry(about)
const offer = (about: TaskReferences) =>
  about.caseId && about.subjectId ? `/office/offers/${about.subjectId}` : caseOrEnquiry(about)
const appointment = (about: TaskReferences) =>
  about.subjectId ? `/office/appointments/${about.subjectId}` : caseOrEnquiry(about)
const post = (about: TaskReferences) =>
  about.caseId && about.subjectId ? `/office/cases/${about.caseId}/post/${about.subjectId}` : caseOrEnquiry(about)
const onlineAnswer = (about: TaskReferences) =>
  about.subjectId ? `/office/online/${about.subjectId}` : caseOrEnquiry(about)
const retention = () => '/office/retention'
const concern = (about: TaskReferences) => (about.subjectId ? `/office/concerns/${about.subjectId}` : null)

/** Every kind of work that can wait for somebody. */
export const taskKinds = {
  'letter-to-post': { words: 'Print and post a letter', leadsTo: message, ends: 'itself' },
  'message-failed': { words: 'A message could not be delivered', leadsTo: message, ends: 'hand', urgent: true },
  'message-held-back': {
    words: 'A message was held back: it is not safe to send',
    leadsTo: message,
    ends: 'hand',
    urgent: true,
  },
  'call-back': { words: 'Telephone somebody who got in touch', leadsTo: caseOrEnquiry, ends: 'itself', rings: true },
  'write-back': { words: 'Write to somebody who got in touch', leadsTo: caseOrEnquiry, ends: 'itself' },
  'call-to-confirm': {
    words: 'Telephone to confirm an appointment',
    leadsTo: caseOrEnquiry,
    ends: 'hand',
    rings: true,
  },
  'call-to-remind': {
    words: 'Telephone to remind of an appointment',
    leadsTo: caseOrEnquiry,
    ends: 'hand',
    rings: true,
  },
  'call-about-change': {
    words: 'Telephone about a changed appointment',
    leadsTo: caseOrEnquiry,
    ends: 'hand',
    rings: true,
  },
  'choice-untold': {
    words: 'Tell somebody, when you speak, that what they took back has ended',
    leadsTo: caseOrEnquiry,
    ends: 'hand',
  },
  'online-address': {
    words: 'Give an online meeting its address',
    leadsTo: (about) => (about.subjectId ? `/office/appointments/${about.subjectId}/online` : caseOrEnquiry(about)),
    ends: 'itself',
  },
  'online-refused': {
    words: 'Somebody would rather not meet online: arrange another way',
    leadsTo: onlineAnswer,
    ends: 'hand',
    rings: true,
  },
  'online-unsafe': {
    words: 'Somebody cannot talk safely now: let nobody ring them, and wait for them',
    leadsTo: onlineAnswer,
    ends: 'hand',
    urgent: true,
  },
  'times-unanswered': { words: 'Nobody chose from the times offered', leadsTo: offer, ends: 'itself', rings: true },
  'times-answered': { words: 'A party answered which times they can do', leadsTo: offer, ends: 'hand' },
  'call-about-times': { words: 'Telephone about times to choose from', leadsTo: offer, ends: 'hand', rings: true },
  'party-cancelled': { words: 'A party cancelled an appointment', leadsTo: appointment, ends: 'hand' },
  'decide-fee': { words: 'Decide whether a missed appointment is charged', leadsTo: appointment, ends: 'itself' },
  'call-about-fee': {
    words: 'Telephone about what a missed appointment costs',
    leadsTo: caseOrEnquiry,
    ends: 'hand',
    rings: true,
  },
  'confirm-details': {
    words: 'Ask somebody whether their details are still right',
    leadsTo: caseOrEnquiry,
    ends: 'itself',
    rings: true,
  },
  'shared-contact': {
    words: 'Both parties have the same number, mailbox or home',
    leadsTo: caseOrEnquiry,
    ends: 'hand',
  },
  'shared-mailbox': {
    words: 'Telephone a party who cannot be sent a code: both use one mailbox',
    leadsTo: caseOrEnquiry,
    ends: 'hand',
    rings: true,
  },
  'appoint-mediator': { words: 'Choose a mediator', leadsTo: caseOrEnquiry, ends: 'itself' },
  'conflict-declared': { words: 'A colleague knows a party and keeps away', leadsTo: caseOrEnquiry, ends: 'hand' },
  'reassign-case': { words: 'Give a case to another mediator', leadsTo: caseOrEnquiry, ends: 'itself' },
  'write-up': { words: 'Write up a meeting', leadsTo: caseOrEnquiry, ends: 'itself' },
  'tell-whence': {
    words: 'Tell somebody from whom we have their details',
    leadsTo: caseOrEnquiry,
    ends: 'hand',
    rings: true,
  },
  'removal-asked': { words: 'Somebody wants their details removed', leadsTo: () => null, ends: 'hand' },
  'read-post': { words: 'Read a letter or an e-mail', leadsTo: post, ends: 'hand' },
  'release-file': { words: 'Look at a file that is held back', leadsTo: file, ends: 'itself' },
  'follow-up': { words: 'Follow something up', leadsTo: followUp, ends: 'itself', rings: true },
  'approve-closure': {
    words: 'Look at a file that somebody wants to close',
    leadsTo: (about) => (about.caseId ? `/office/reviews/${about.caseId}` : null),
    ends: 'itself',
  },
  'closure-sent-back': { words: 'The supervisor sent a closure back', leadsTo: caseOrEnquiry, ends: 'hand' },
  'find-paper': {
    words: 'Look for a paper file that is missing',
    leadsTo: (about) => (about.subjectId ? `/office/paper/${about.subjectId}` : caseOrEnquiry(about)),
    ends: 'itself',
  },
  'tell-about-policy': {
    words: 'Tell people that the privacy notice changed',
    leadsTo: () => '/office/policy',
    ends: 'hand',
  },
  'unusual-openings': {
    words: 'Ask a colleague why they looked into files of others',
    leadsTo: () => '/office/oversight/openings',
    ends: 'hand',
  },
  'promise-fails': {
    words: 'Look at a promise that does not hold',
    leadsTo: () => '/office/oversight/promises',
    ends: 'hand',
  },
  'tell-disclosed': {
    words: 'Tell a party what went to somebody outside',
    leadsTo: (about) => (about.subjectId ? `/office/disclosures/${about.subjectId}` : caseOrEnquiry(about)),
    ends: 'hand',
  },
  'decide-concern': {
    words: 'Decide about a worry for somebody’s safety',
    leadsTo: concern,
    ends: 'itself',
    urgent: true,
  },
  'review-concern': {
    words: 'Look at what a colleague decided alone about somebody’s safety',
    leadsTo: concern,
    ends: 'itself',
    urgent: true,
  },
  'glass-broken': {
    words: 'A colleague opened a file that is not theirs: look at why',
    leadsTo: (about) => (about.subjectId ? `/office/break-glass/${about.subjectId}` : null),
    ends: 'itself',
    urgent: true,
  },
  'file-due': { words: 'A file is due to be destroyed', leadsTo: retention, ends: 'itself' },
  'review-hold': { words: 'Look again at a hold', leadsTo: retention, ends: 'itself' },
  'review-retention': {
    words: 'Decide about a file that has no end',
    leadsTo: retention,
    ends: 'itself',
  },
  'destroy-paper': {
    words: 'Destroy the paper file of a destroyed case',
    leadsTo: retention,
    ends: 'itself',
  },
} as const satisfies Record<string, TaskKindFacts>

export type TaskKind = keyof typeof taskKinds

/** The facts of a kind, also of one that an older version made and this one no longer knows. */
export const factsOfKind = (kind: string): TaskKindFacts =>
  Object.hasOwn(taskKinds, kind)
    ? taskKinds[kind as TaskKind]
    : { words: 'Something waits here', leadsTo: caseOrEnquiry, ends: 'hand' }

/** Whether a task of this kind is done by telephone. */
export const isRung = (kind: string): boolean => factsOfKind(kind).rings ?? false

/** Kinds that stand above all others, whenever those were due. */
export const urgentKinds = (Object.keys(taskKinds) as TaskKind[]).filter((kind) => factsOfKind(kind).urgent)

/** Kinds that end when somebody says that they are done. */
export const kindsDoneByHand = (Object.keys(taskKinds) as TaskKind[]).filter((kind) => taskKinds[kind].ends === 'hand')
