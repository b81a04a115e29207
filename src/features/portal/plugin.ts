import type { Job, Panel, Route } from '../../platform/web/route.ts'
import type { PartyEntrance } from '../../platform/web/web-parts.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { asId } from '../../values/ids.ts'
import { withCode } from './emails/code-message.ts'
import { type CodeTools, sendCodes } from './jobs/send-codes.job.ts'
import { codeRoutes, type HandingTools } from './web/office/code.routes.tsx'
import { portalPanel } from './web/office/portal.panel.tsx'
import { cancelRoutes } from './web/party/cancel.routes.tsx'
import { doorRoutes, entranceOf } from './web/party/door.routes.tsx'
import { type OwnTools, ownRoutes } from './web/party/own.routes.tsx'
import { timesRoutes } from './web/party/times.routes.tsx'

export { SignOut } from './web/party/parts.tsx'

export interface PortalPlugin {
  readonly routes: readonly Route<PurposeKey>[]
  readonly jobs: readonly Job<PurposeKey>[]
  /** For the case page. */
  readonly panel: Panel<PurposeKey>
  /** For the web server. */
  readonly entrance: PartyEntrance
  /** For the sending of messages: the code that a message is to bear stands nowhere before. */
  fillIn(message: { readonly id: string; readonly template: string; readonly body: string }): string
}

/** The parties' door, and what each party sees of their own. */
export const portalPlugin = (tools: CodeTools & OwnTools & HandingTools): PortalPlugin => ({
  routes: [
    ...doorRoutes(tools),
    ...ownRoutes(tools),
    ...timesRoutes(tools),
    ...cancelRoutes(tools),
    ...codeRoutes(tools),
  ],
  jobs: [sendCodes(tools)],
  panel: portalPanel,
  entrance: entranceOf(tools.door),
  fillIn: (message) => withCode(message, () => tools.door.codeOf(asId(message.id))),
})
