import type { Panel, Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import type { SessionTools } from './actions/session-tools.ts'
import { certificateRoutes } from './web/office/certificate.routes.tsx'
import { chooseZoneRoutes } from './web/office/choose-zone.routes.tsx'
import { correctionRoutes } from './web/office/correct-certificate.routes.tsx'
import { miamForm } from './web/office/miam-form.tsx'
import { certificatesPanel, miamsPanel, sessionsPanel } from './web/office/panels.tsx'
import { recordRoutes } from './web/office/record.routes.tsx'
import { riskForm } from './web/office/risk-form.tsx'
import { sessionForm } from './web/office/session-form.tsx'
import { summaryForm } from './web/office/summary-form.tsx'
import { writtenFormRoutes } from './web/office/written-form.tsx'

export { publicCertificateRoutes } from './web/public/check-certificate.routes.tsx'

export interface SessionsPlugin {
  readonly routes: readonly Route<PurposeKey>[]
  /** For the case page. */
  readonly panels: Readonly<Record<'miams' | 'sessions' | 'certificates', Panel<PurposeKey>>>
}

/** What is written into a case: MIAMs, sessions and summaries, each in its zone, and the certificates of MIAMs. */
export const sessionsPlugin = (tools: SessionTools): SessionsPlugin => ({
  routes: [
    ...chooseZoneRoutes,
    ...writtenFormRoutes(miamForm, tools.keyring),
    ...writtenFormRoutes(riskForm, tools.keyring),
    ...writtenFormRoutes(sessionForm, tools.keyring),
    ...writtenFormRoutes(summaryForm, tools.keyring),
    ...recordRoutes,
    ...certificateRoutes(tools),
    ...correctionRoutes(tools),
  ],
  panels: { miams: miamsPanel, sessions: sessionsPanel, certificates: certificatesPanel },
})
