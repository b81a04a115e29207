import type { Panel } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { type MayAct, nextStepPanel } from './web/office/next-step.panel.tsx'

export interface CaseworkPlugin {
  /** For the case page. */
  readonly panels: Readonly<Record<'nextStep', Panel<PurposeKey>>>
}

/** How a case goes on: what comes next in it, and what its file must hold. */
export const caseworkPlugin = (tools: { readonly mayAct: MayAct }): CaseworkPlugin => ({
  panels: { nextStep: nextStepPanel(tools.mayAct) },
})
