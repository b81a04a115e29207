import { availabilityPlugin } from '../features/availability/plugin.ts'
import { appointmentsPanel } from '../features/bookings/plugin.ts'
import { partiesOf, zoneNames } from '../features/cases/index.ts'
import { type CaseRouteTools, casesPlugin, historyPanel, partiesPanel } from '../features/cases/plugin.ts'
import { stepsOf } from '../features/casework/index.ts'
import { caseworkPlugin } from '../features/casework/plugin.ts'
import { cookieBanner } from '../features/consents/index.ts'
import { erasuresJob } from '../features/endings/plugin.ts'
import { type EnquiryTools, enquiryRoutes, publicEnquiryRoutes } from '../features/enquiries/plugin.ts'
import { filesPlugin } from '../features/files/plugin.ts'
import { importsPlugin } from '../features/imports/plugin.ts'
import { invitationsPlugin, replyRoutes } from '../features/invitations/plugin.ts'
import { liveSessionsPlugin } from '../features/live-sessions/plugin.ts'
import { postNames } from '../features/mailbox/index.ts'
import { mailboxPlugin } from '../features/mailbox/plugin.ts'
import { cameBack, conflictPanel, knownEnquirer, matchingPlugin, mayBeParties } from '../features/matching/plugin.ts'
import { messagesPanel, messagesPlugin } from '../features/messages/plugin.ts'
import { onlineMeetingsRoutes } from '../features/online-meetings/plugin.ts'
import { portalPlugin } from '../features/portal/plugin.ts'
import { professionalRoutes } from '../features/professionals/plugin.ts'
import { accountPart, answerReferrers } from '../features/referrers/plugin.ts'
import { usualChecks } from '../features/retention/index.ts'
import { retentionPlugin } from '../features/retention/plugin.ts'
import { publicCertificateRoutes, sessionsPlugin } from '../features/sessions/plugin.ts'
import { settingsPlugin } from '../features/settings/plugin.ts'
import { mediators, staffNames } from '../features/staff/index.ts'
import { staffPlugin } from '../features/staff/plugin.ts'
import { tasksPlugin } from '../features/tasks/plugin.ts'
import { countedRoutes, websitePlugin } from '../features/website/plugin.ts'
import type { FormTokens } from '../platform/web/form-token.ts'
import type { Job, Route } from '../platform/web/route.ts'
import type { WebParts } from '../platform/web/web-parts.ts'
import type { PurposeKey } from '../policy/vocabulary.ts'
import { calendarsOf, referrersOf } from './calendars-of.ts'
import { classification } from './classification.ts'
import { complaintsOf, messageWays } from './complaints-of.ts'
import type { PageExtras } from './dress.tsx'
import { keepsCards, keptFor, keptTimes, kindsOfFile } from './kept-for.ts'
import { bookingsWithOffers } from './meetings-of-a-case.ts'
import { mayActFor } from './navigation.ts'
import { oversightOf } from './oversight-of.ts'
import { casePageRoute } from './pages/case-page.tsx'
import { officeRoute, todayRoute } from './pages/today.tsx'
import { todayParts } from './pages/today-parts.ts'
import { accessPacksOf, answersOf, requestsOf } from './requests-of.ts'
import type { Service } from './service.ts'
import type { SignInOf } from './sign-in.ts'

/** What the features bring to a running service. */
export interface Assembled {
  readonly routes: readonly Route<PurposeKey>[]
  readonly jobs: readonly Job<PurposeKey>[]
  /** Those of the jobs that send mail. */
  readonly mailJobs: readonly Job<PurposeKey>[]
  readonly webSignIn: Pick<WebParts<PurposeKey>, 'staffOf' | 'signedOut' | 'parties'>
  readonly extras: PageExtras
  /** The address that makes the first administrator; null when there is one. */
  firstAdministratorLink(): Promise<string | null>
}

export interface AssemblyParts {
  readonly service: Service
  readonly signIn: SignInOf
  readonly tokens: FormTokens
  /** The service's own folder. */
  readonly folder: string
  /** True where the clock is the machine's and a leap of it would be a fault. */
  readonly asksAboutLeaps: boolean
}

/** Puts the features together: the one place that knows them all. */
export async function assemble(parts: AssemblyParts): Promise<Assembled> {
  const features = await featuresOf(parts)
  const { answers, portal, bookings, messages, mailbox, files, invitations, retention, ...more } = features
  const { endings, oversight, staff, policy } = more
  // What writes comes before what sends.
  const writing = [answers, features.accessPacks, portal, bookings, messages, mailbox, files]
  const withJobs = [...writing, invitations, retention, endings, oversight]
  return {
    routes: [...routesBeforeCases(parts, features), ...routesOfCases(features)].map(staff.forgettingKept),
    mailJobs: [...portal.jobs, ...messages.jobs],
    jobs: [...withJobs.flatMap((it) => it.jobs), ...staff.jobs(keptFor(policy, 'signIn'), parts.service.mail)],
    webSignIn: { ...webSignInOf(parts, staff), parties: portal.entrance },
    extras: { cookieBanner: (request) => cookieBanner(request, policy) },
    firstAdministratorLink: staff.firstAdministratorLink,
  }
}

type Features = Awaited<ReturnType<typeof featuresOf>>

/** The features that want tools of the service, each made once. */
async function featuresOf(parts: AssemblyParts) {
  const { service, asksAboutLeaps } = parts
  const { signIn } = parts.signIn
  const { keyring, vault, journal, policy, origin, mail, texts } = service
  const mayAct = (role: string, purpose: PurposeKey) => mayActFor(policy, role, purpose)
  const mayPost = (role: string) => mayAct(role, 'letters')
  const mayAnswer = (role: string) => mayAct(role, 'enquiries')
  const serviceName = policy.service.name
  const writing = { serviceName, hasTexts: service.texts !== null, ...policy.clocks.messages }
  const portal = portalOf(parts)
  const sweeping = { policy, vault, journal, checks: usualChecks, asksAboutLeaps }
  return {
    ...{ keyring, policy, serviceName, hasTexts: writing.hasTexts, mayAct, mayPost, portal, ...filesAndPost(service) },
    messages: messagesPlugin({ ...writing, ...messageWays(mayAct), mayAnswer, fillIn: portal.fillIn, mail, texts }),
    bookings: bookingsWithOffers(policy, writing),
    sessions: sessionsPlugin({ vault, keyring, serviceName, origin }),
    liveSessions: liveSessionsPlugin({ keyring }),
    invitations: invitationsPlugin({ policy, origin, mayAct }),
    accessPacks: accessPacksOf(service),
    casework: caseworkPlugin({ mayAct }),
    answers: answersOf(service),
    imports: importsPlugin({ keyring, mayAct, ...keptTimes(policy) }),
    oversight: await oversightOf(service, parts.folder),
    staff: staffPlugin({ signIn, keyring, origin, serviceName, mayAct }),
    retention: retentionPlugin({ ...sweeping, kindsOfData: kindsOfFile(policy) }),
    endings: { jobs: [erasuresJob({ ...sweeping, classes: classification })] },
  }
}

/** The parts of the case page, from what comes next to why it is kept. */
const panelsOf = ({ casework, portal, sessions, liveSessions, invitations, files, mailbox, ...more }: Features) => [
  casework.panels.nextStep,
  partiesPanel({ mayPost: more.mayPost, mayAnswer: (role) => more.mayAct(role, 'rights') }),
  conflictPanel((role) => more.mayAct(role, 'returningClient')),
  portal.panel,
  casework.panels.followUps,
  appointmentsPanel,
  sessions.panels.miams,
  casework.panels.arrangements,
  liveSessions.panels.live,
  sessions.panels.sessions,
  sessions.panels.certificates,
  invitations.panel,
  files.panels.documents,
  casework.panels.paper,
  mailbox.panels.post,
  messagesPanel(async (scope, caseId) => zoneNames(await partiesOf(scope, caseId))),
  casework.panels.fileHolds,
  historyPanel,
  more.retention.panels.whyHeld,
]

/** The website, signing in, and what there is before a case. */
const routesBeforeCases = ({ service, signIn }: AssemblyParts, features: Features): Route<PurposeKey>[] => [
  ...publicRoutes(service),
  ...publicCertificateRoutes(signIn.signIn.paperTries),
  ...features.portal.routes,
  ...calendarsOf(service),
  ...onlineMeetingsRoutes({ policy: service.policy, published: () => service.published.current() }),
  ...features.staff.routes,
  ...officeRoutes(service, features),
  ...features.messages.routes,
  ...professionalRoutes({ account: accountPart }),
  ...referrersOf(service),
  ...requestsOf(service, features.mayAct),
  ...features.answers.routes,
  ...complaintsOf(service, features.mayAct),
  ...features.accessPacks.routes,
  ...enquiryRoutes({ ...features, knownElsewhere: knownElsewhere(features.mayAct) }),
]

const routesOfCases = (features: Features): Route<PurposeKey>[] => {
  const { mayAct, retention } = features
  return [
    ...casesPlugin({ ...features, stepsOf, mayBeParties: knownBefore(mayAct), cameBack }).routes,
    ...features.files.routes,
    ...features.mailbox.routes,
    ...features.bookings.routes,
    ...availabilityPlugin.routes,
    ...features.sessions.routes,
    ...features.liveSessions.routes,
    ...features.invitations.routes,
    ...features.casework.routes,
    ...features.imports.routes,
    casePageRoute({ panels: panelsOf(features), mayAct, keptUntil: retention.keptUntil }),
    officeRoute,
    todayRoute(todayParts(features.policy), mayAct),
    ...retention.routes,
  ]
}

function portalOf({ service, signIn }: AssemblyParts) {
  const { vault, keyring, origin, policy, published } = service
  const common = { vault, keyring, origin, serviceName: policy.service.name, door: signIn.partyDoor }
  const alsoAnswer = answerReferrers({ door: signIn.partyDoor, serviceName: policy.service.name })
  return portalPlugin({ ...common, alsoAnswer, published: () => published.current() })
}

const webSignInOf = ({ service, signIn, tokens }: AssemblyParts, staff: ReturnType<typeof staffPlugin>) => ({
  staffOf: signIn.signIn.staffOf,
  signedOut: staff.signedOut(service.desks.desk.office, tokens),
})

function filesAndPost(service: Service) {
  const { keyring, vault, scanner } = service
  const tools = { vault, keyring, scanner }
  const post = { inbox: service.inbox?.inbox ?? null, addresses: ownAddresses(service) }
  return {
    files: filesPlugin({ ...tools, alsoWanted: postNames }),
    mailbox: mailboxPlugin({ ...tools, ...post, machineNow: () => performance.now() }),
  }
}

/** Addresses by which this service writes: a message that names one as its sender came from here, or says so falsely. */
export const ownAddresses = ({ mail, inbox, policy }: Service): string[] =>
  [mail?.from, inbox?.address, policy.service.contact.email].flatMap((it) =>
    it ? [(/<([^<>]+)>/.exec(it)?.[1] ?? it).trim().toLowerCase()] : [],
  )

/** For whoever may look: where else the person of an enquiry is on record. */
const knownElsewhere =
  (mayAct: (role: string, purpose: PurposeKey) => boolean): EnquiryTools['knownElsewhere'] =>
  async (request, enquiry) =>
    mayAct(request.staff?.role ?? '', 'recognition') ? knownEnquirer(request, enquiry, mayAct) : null

/** The same for the form that opens a case. */
const knownBefore =
  (mayAct: (role: string, purpose: PurposeKey) => boolean): CaseRouteTools['mayBeParties'] =>
  async (request, enquiry) =>
    mayAct(request.staff?.role ?? '', 'recognition') ? mayBeParties(request, enquiry, mayAct) : { a: [], b: [] }

function publicRoutes(service: Service): Route<PurposeKey>[] {
  const { policy, published, origin, secrets, log } = service
  const machineNow = () => Temporal.Now.instant().epochMilliseconds
  const routes = [
    ...websitePlugin({ policy, published, origin }).routes,
    ...publicEnquiryRoutes({ policy, published, secret: secrets.formSecret, machineNow, origin }),
  ]
  // What somebody answered a letter is not counted, not even that they came to the page.
  return [...countedRoutes(routes, { policy, log }), ...replyRoutes({ policy, published, machineNow })]
}

function officeRoutes({ policy, published }: Service, { mayAct, oversight }: Features): Route<PurposeKey>[] {
  return [
    ...settingsPlugin({ staffNames, mediators, changed: () => published.forget() }).routes,
    ...tasksPlugin().routes,
    ...matchingPlugin({ mayAct, undoWithin: policy.clocks.merging.undo, keepsCards: keepsCards(policy) }).routes,
    ...oversight.routes,
  ]
}
