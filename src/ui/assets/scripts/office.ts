import { startGovukParts } from './govuk-parts.ts'
import { startPossibleMatches } from './possible-matches.ts'
import { startSavingDrafts } from './save-drafts.ts'
import { startSearchKey } from './search-key.ts'
import { startSortingTables } from './sort-tables.ts'

startGovukParts()
startSavingDrafts()
startPossibleMatches()
startSearchKey()
startSortingTables()
