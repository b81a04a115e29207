import type { Panel, Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { arrangementRoutes, arrangementsPanel } from './web/office/arrangement.routes.tsx'
import { childRoutes } from './web/office/child.routes.tsx'
import { courseRoutes } from './web/office/course.routes.tsx'
import { fileHoldsPanel } from './web/office/file-holds.panel.tsx'
import { fileItemRoutes } from './web/office/file-item.routes.tsx'
import { followUpRoutes } from './web/office/follow-up.routes.tsx'
import { followUpsPanel } from './web/office/follow-ups.panel.tsx'
import { type MayAct, nextStepPanel } from './web/office/next-step.panel.tsx'
import { paperPanel, paperRoutes } from './web/office/paper.routes.tsx'
import { reviewRoutes } from './web/office/reviews.routes.tsx'

export interface CaseworkPlugin {
  readonly routes: readonly Route<PurposeKey>[]
  /** For the case page. */
  readonly panels: Readonly<
    Record<'nextStep' | 'followUps' | 'fileHolds' | 'paper' | 'arrangements', Panel<PurposeKey>>
  >
}

/** How a case goes on: what comes next in it, what its file must hold, and how it is closed. */
export const caseworkPlugin = ({ mayAct }: { readonly mayAct: MayAct }): CaseworkPlugin => ({
  routes: [
    ...courseRoutes(mayAct),
    ...followUpRoutes,
    ...fileItemRoutes,
    ...reviewRoutes,
    ...paperRoutes,
    ...childRoutes,
    ...arrangementRoutes,
  ],
  panels: {
    nextStep: nextStepPanel(mayAct),
    followUps: followUpsPanel,
    fileHolds: fileHoldsPanel,
    paper: paperPanel,
    arrangements: arrangementsPanel,
  },
})
