import { appointmentsPanel, bookingsPlugin } from '../features/bookings/plugin.ts'
import { partiesOf, zoneNames } from '../features/cases/index.ts'
import { casesPlugin, historyPanel, partiesPanel } from '../features/cases/plugin.ts'
import { stepsOf } from '../features/casework/index.ts'
import { caseworkPlugin } from '../features/casework/plugin.ts'
import { cookieBanner } from '../features/consents/index.ts'
import { type EnquiryTools, enquiryRoutes, publicEnquiryRoutes } from '../features/enquiries/plugin.ts'
import { filesPlugin } from '../features/files/plugin.ts'
import { invitationsPlugin, replyRoutes } from '../features/invitations/plugin.ts'
import { liveSessionsPlugin } from '../features/live-sessions/plugin.ts'
import { conflictPanel, knownEnquirer, matchingPlugin } from '../features/matching/plugin.ts'
import { messagesPanel, messagesPlugin } from '../features/messages/plugin.ts'
import { oversightPlugin } from '../features/oversight/plugin.ts'
import { portalPlugin } from '../features/portal/plugin.ts'
import { professionalRoutes } from '../features/professionals/plugin.ts'
import { openErasureJournal, usualChecks } from '../features/retention/index.ts'
import { retentionPlugin } from '../features/retention/plugin.ts'
import { publicCertificateRoutes, sessionsPlugin } from '../features/sessions/plugin.ts'
import { settingsPlugin } from '../features/settings/plugin.ts'
import { allColleagues, mediators, staffNames } from '../features/staff/index.ts'
import { staffPlugin } from '../features/staff/plugin.ts'
import { tasksPlugin } from '../features/tasks/plugin.ts'
import { countedRoutes, websitePlugin } from '../features/website/plugin.ts'
import type { FormTokens } from '../platform/web/form-token.ts'
import type { Job, Route } from '../platform/web/route.ts'
import type { WebParts } from '../platform/web/web-parts.ts'
import { type CompiledPolicy, sweepRuleOf } from '../policy/index.ts'
import type { PurposeKey } from '../policy/vocabulary.ts'
import type { PageExtras } from './dress.tsx'
import { mayActFor } from './navigation.ts'
import { casePageRoute } from './pages/case-page.tsx'
import { officeRoute, todayRoute } from './pages/today.tsx'
import { todayParts } from './pages/today-parts.ts'
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
  const { service, asksAboutLeaps } = parts
  const { signIn } = parts.signIn
  const { keyring, vault, scanner, policy, origin } = service
  const mayAct = (role: string, purpose: PurposeKey) => mayActFor(policy, role, purpose)
  const serviceName = policy.service.name
  const portal = portalOf(parts)
  const mayPost = (role: string) => mayAct(role, 'letters')
  const messages = messagesPlugin({ mail: service.mail, serviceName, mayPost, fillIn: portal.fillIn })
  const files = filesPlugin({ vault, keyring, scanner })
  const liveSessions = liveSessionsPlugin({ keyring })
  const sessions = sessionsPlugin({ vault, keyring, serviceName, origin })
  const invitations = invitationsPlugin({ policy, origin, mayAct })
  const journal = await openErasureJournal(parts.folder)
  const retention = retentionPlugin({ policy, vault, journal, checks: usualChecks, asksAboutLeaps })
  const kept = keptSignIns(policy)
  const staff = staffPlugin({ signIn, keyring, origin, serviceName, mayAct })
  const casework = caseworkPlugin({ mayAct })
  const panels = panelsOfCase({ casework, portal, sessions, liveSessions, invitations, files, retention, mayPost })
  return {
    routes: [
      ...publicRoutes(service),
      ...publicCertificateRoutes(signIn.paperTries),
      ...staff.routes,
      ...officeRoutes(service, mayAct),
      ...messages.routes,
      ...files.routes,
      ...sessions.routes,
      ...invitations.routes,
      ...portal.routes,
      ...liveSessions.routes,
      ...casework.routes,
      casePageRoute({ panels, mayAct, keptUntil: retention.keptUntil }),
      officeRoute,
      todayRoute(todayParts, mayAct),
      ...retention.routes,
    ].map(staff.forgettingKept),
    mailJobs: [...portal.jobs, ...messages.jobs],
    jobs: [...[portal, messages, files, invitations, retention].flatMap((it) => it.jobs), ...staff.jobs(kept)],
    webSignIn: { ...webSignInOf(parts, staff), parties: portal.entrance },
    extras: { cookieBanner: (request) => cookieBanner(request, policy) },
    firstAdministratorLink: staff.firstAdministratorLink,
  }
}

/** The parts of a case's page, in their order. */
function panelsOfCase(it: {
  readonly casework: ReturnType<typeof caseworkPlugin>
  readonly portal: ReturnType<typeof portalOf>
  readonly sessions: ReturnType<typeof sessionsPlugin>
  readonly liveSessions: ReturnType<typeof liveSessionsPlugin>
  readonly invitations: ReturnType<typeof invitationsPlugin>
  readonly files: ReturnType<typeof filesPlugin>
  readonly retention: ReturnType<typeof retentionPlugin>
  readonly mayPost: (role: string) => boolean
}) {
  return [
    it.casework.panels.nextStep,
    partiesPanel(it),
    conflictPanel,
    it.portal.panel,
    it.casework.panels.followUps,
    appointmentsPanel,
    it.sessions.panels.miams,
    it.liveSessions.panels.live,
    it.sessions.panels.sessions,
    it.sessions.panels.certificates,
    it.invitations.panel,
    it.files.panels.documents,
    it.casework.panels.paper,
    messagesPanel(async (scope, caseId) => zoneNames(await partiesOf(scope, caseId))),
    it.casework.panels.fileHolds,
    historyPanel,
    it.retention.panels.whyHeld,
  ]
}

function portalOf({ service, signIn }: AssemblyParts) {
  const { vault, keyring, origin, policy, published } = service
  const common = { vault, keyring, origin, serviceName: policy.service.name, door: signIn.partyDoor }
  return portalPlugin({ ...common, published: () => published.current() })
}

const webSignInOf = ({ service, signIn, tokens }: AssemblyParts, staff: ReturnType<typeof staffPlugin>) => ({
  staffOf: signIn.signIn.staffOf,
  signedOut: staff.signedOut(service.desks.desk.office, tokens),
})

/** For whoever may look: where else the person of an enquiry is on record. */
const knownElsewhere =
  (mayAct: MayAct): EnquiryTools['knownElsewhere'] =>
  async (request, enquiry) =>
    mayAct(request.staff?.role ?? '', 'recognition') ? knownEnquirer(request, enquiry) : null

/** How long ended sign-ins are kept, as an ISO duration: schema `auth` is beyond the sweep, so a job of its own ends them. */
function keptSignIns(policy: CompiledPolicy): string {
  const rule = sweepRuleOf(policy, 'signIn')
  if (!rule) throw new Error('the policy does not say how long ended sign-ins are kept')
  return rule.keep
}

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

type MayAct = (role: string, purpose: PurposeKey) => boolean

function officeRoutes({ policy, published, keyring }: Service, mayAct: MayAct): Route<PurposeKey>[] {
  const settingValues = async () => {
    const { telephone, openingHours, privacyLead } = await published.current()
    return { telephone, openingHours, privacyLead }
  }
  return [
    ...settingsPlugin({ staffNames, mediators, changed: () => published.forget() }).routes,
    ...tasksPlugin().routes,
    ...matchingPlugin().routes,
    ...professionalRoutes,
    ...enquiryRoutes({ policy, keyring, knownElsewhere: knownElsewhere(mayAct) }),
    ...casesPlugin({ keyring, policy, stepsOf }).routes,
    ...bookingsPlugin({ serviceName: policy.service.name, confirmAgain: policy.clocks.details.confirmAgain }).routes,
    ...oversightPlugin({ policy, settingValues, staffNames, colleagues: allColleagues }).routes,
  ]
}
