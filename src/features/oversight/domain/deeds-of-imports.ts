/** What is done with spreadsheets of people and cases that were kept elsewhere. */
export const deedsOfImports: Readonly<Record<string, string>> = {
  'import.brought-in': 'Brought in people and cases from a spreadsheet',
  'import.cases-listed': 'Looked at what came in with a spreadsheet',
  'import.columns-said': 'Said what the columns of a spreadsheet are',
  'import.given': 'Gave a spreadsheet of earlier people and cases',
  'import.let-go': 'Let a spreadsheet go that was not brought in',
  'import.listed': 'Looked at the list of spreadsheets',
  'import.opened': 'Opened a spreadsheet of earlier people and cases',
  'import.rows-left-out': 'Left out rows of a spreadsheet',
  'import.taken-back': 'Took back what came in with a spreadsheet',
}
