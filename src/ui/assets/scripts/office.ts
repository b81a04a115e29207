import { startGovukParts } from './govuk-parts.ts'
import { startSavingDrafts } from './save-drafts.ts'
import { startSearchKey } from './search-key.ts'
import { startSortingTables } from './sort-tables.ts'

startGovukParts()
startSavingDrafts()
startSearchKey()
startSortingTables()
