import type { CategoryClause } from './language/clauses.ts'
import type { CategoryKey, SubjectKind } from './vocabulary.ts'

const parties = ['client', 'otherParty'] as const
const family = ['client', 'otherParty', 'child', 'familyMember'] as const

const of = (title: string, ...about: readonly SubjectKind[]): CategoryClause => ({ title, about })
const delicate = (title: string, ...about: readonly SubjectKind[]): CategoryClause => ({
  title,
  about,
  special: 'special',
})
const offences = (title: string, ...about: readonly SubjectKind[]): CategoryClause => ({
  title,
  about,
  special: 'offences',
})

/**
 * What each kind of data is and of whom it tells. That is a fact of the software's own columns, so policies start from it; a
 * service may put a title in its own words.
 */
export const standardCategories = {
  'service.published': of('the pages of our website'),
  'service.settings': of('our rooms, prices and opening hours, and which colleague set them', 'staff'),
  'service.policy': of('the versions of this notice'),
  'service.assurance': of('the proof that our records are whole and our promises kept'),
  'website.counts': of('how often each page of our website is read'),
  'consent.choices': of('how many people chose what about cookies each day'),
  'consent.ledger': of('what you agreed to, and when', 'enquirer', 'client'),
  'enquiry.identity': of(
    'your name, your date of birth if you give it, and the name of the other person',
    'enquirer',
    'professional',
  ),
  'enquiry.contact': of('how and when it is safe to contact you', 'enquirer', 'professional'),
  'enquiry.account': delicate('what you tell us when you get in touch', 'enquirer', 'otherParty', 'child'),
  'enquiry.course': of('when you got in touch and what happened next', 'enquirer', 'professional'),
  'referral.referrer': of('who referred you to us, where they work and how to reach them there', 'professional'),
  'post.content': delicate('the letters and e-mails you send us', 'enquirer', 'professional', ...family),
  'party.identity': of('your name and date of birth', ...parties),
  'party.contact': of('your phone number and e-mail, and how and when it is safe to reach you', ...parties),
  'party.whereabouts': of('where you live, work or go to school', ...parties),
  'party.needs': delicate('what helps you take part: a language, an interpreter, adjustments', ...parties),
  'party.access': of('when you signed in to see your own pages', 'professional', ...parties),
  'child.identity': of('the names and dates of birth of the children', 'child'),
  'case.index': of('your file number, who your mediator is and how far things are', ...parties),
  'case.wall': of('that a colleague knows you, and keeps away from your file', ...parties, 'staff'),
  'person.merge': of('that two records of you became one, and what was in which', ...parties),
  'import.sheet': delicate('a list of people and cases that we kept before, until it is in this system', ...parties),
  'case.record': delicate('what is said and agreed in your meetings', ...family),
  'case.screening': delicate('what is said about safety, abuse and harm', ...family),
  'case.document': delicate('letters, certificates and papers in your file', 'client', 'otherParty', 'child'),
  'child.arrangements': delicate(
    'where a child lives, when they are with each parent, and what is arranged for holidays and school',
    ...family,
  ),
  'child.meeting': of('whether and when a child meets the mediator', 'child', ...parties),
  'child.voice': delicate('what a child tells the mediator in confidence', ...family),
  'case.plan': delicate(
    'what our staff have still to do for you, and why something unusual was done',
    ...parties,
    'child',
  ),
  'case.review': delicate('what a supervisor found when looking at your file', ...parties, 'child'),
  'case.paper': of('where the paper of your file is, and who has it', ...parties),
  'case.key': of('the key that locks the papers in your file'),
  'meeting.online': of('whether you meet by video', ...parties),
  'appointment.details': of('when, where and with whom you meet', ...parties),
  'message.content': of('the messages we send you', 'enquirer', ...parties),
  'message.course': of('whether a message has gone'),
  'invitation.course': of('whether and when you were invited to a first meeting', ...parties),
  'invitation.answer': of('what you answered to an invitation', ...parties),
  'task.list': of('reminders of what our staff must do next', 'client'),
  'staff.name': of('the name and role of a colleague', 'staff'),
  'staff.account': of('a colleague’s account', 'staff'),
  'staff.recovery': of('that a colleague lost what they sign in with, and who helped', 'staff'),
  'staff.registration': of('a mediator’s registration', 'staff'),
  'staff.hours': of('when a mediator works and is away', 'staff'),
  'staff.signIn': of('when and from where a colleague signed in', 'staff'),
  'staff.calendar': of('that a mediator’s own calendar shows their appointments', 'staff'),
  'audit.trail': of('which colleague opened or changed which file, and for what', 'staff'),
  'draft.text': delicate('what a colleague is still writing', 'client', 'otherParty', 'child', 'staff'),
  'retention.course': of('how long each record has left', 'client'),
  'statistics.facts': of('counts without names'),
  'feedback.answers': of('what you tell us about how we did', 'client'),
  'payment.details': of('what was paid, when, by whom and for what', 'client', 'supplier', 'donor'),
  'legalAid.means': delicate('your income and savings, and what a legal aid claim asks for', 'client', 'otherParty'),
  'person.ethnicity': delicate('your ethnic group, if you wish to say', 'client'),
  'programme.record': delicate('your place on the programme and the parts you attended', 'participant', 'child'),
  'training.portfolio': of('a trainee’s work, with names and places taken out', 'trainee', 'client'),
  'event.contact': of('your name, e-mail and phone number', 'eventContact'),
  'supplier.contact': of('your business contact details', 'supplier'),
  'professional.contact': of('your work contact details', 'professional'),
  'donor.details': of('your name, address and what you gave', 'donor'),
  'applicant.details': of('your application and CV', 'applicant'),
  'applicant.checks': offences('the outcome of a criminal record check', 'applicant', 'staff', 'volunteer'),
  'employment.file': delicate('your contract, right to work, references and training', 'staff'),
  'volunteer.file': of('your application, references, agreement and hours', 'volunteer'),
  'complaint.details': delicate('what a complaint is about and how it ended', 'complainant', 'staff'),
  'breach.details': of('what went wrong with data, whose it was and what was done', 'client', 'staff'),
  'safeguarding.concern': delicate('a worry about somebody’s safety', ...family),
  'returning.index': of('your name, date of birth, contact details and file number', 'client'),
  'disclosure.record': of('to whom outside something about you was passed on, when, and on what ground', ...parties),
  'disclosure.words': delicate('what was passed on in words, and why', ...family),
  'request.details': of('what you asked about your data and what we answered', 'requester'),
} as const satisfies Record<CategoryKey, CategoryClause>
