import { settingsRoutes } from './web/office/settings.routes.tsx'
import type { SettingsTools } from './web/office/tools.ts'

export type { SettingsTools } from './web/office/tools.ts'

/** Settings: what changes from week to week, for the administrator. */
export const settingsPlugin = (tools: SettingsTools) => ({ routes: settingsRoutes(tools) })
