import { startChoosingCookies } from './choose-cookies.ts'
import { startGovukParts } from './govuk-parts.ts'
import { startLeavingPages } from './leave-page.ts'
import { startSavingDrafts } from './save-drafts.ts'

// The way out comes first: it must work even if another part cannot start.
startLeavingPages()
startGovukParts()
startSavingDrafts()
startChoosingCookies()
