/** What was done to see that the service keeps its word. */
export const deedsOfWatching: Readonly<Record<string, string>> = {
  'openings.listed': 'Looked at files opened by others',
  'openings.noticed': 'Noticed unusually many files opened by a colleague',
  'processing-record.opened': 'Looked at the record of what is done with data',
  'processing-record.fetched': 'Took away the record of what is done with data',
  'promises.checked': 'Looked whether promises hold',
  'promises.opened': 'Looked at the promises',
  'records.sealed': 'Sealed the records of who opened what',
  'records.verified': 'Looked whether the records are as they were written',
}
