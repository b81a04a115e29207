import type { Visitor } from '../support/visitor.ts'
import type { Aviary } from './aviary.ts'
import type { FormFiller } from './form-filler.ts'

const columns = [
  ...(['case.reference', 'a.name', 'a.knownAs', 'a.former', 'a.born', 'a.email', 'a.telephone', 'a.address'] as const),
  ...(['a.postcode', 'a.contactNotes', 'b.name', 'b.email', 'b.address', 'b.postcode', 'case.closedOn'] as const),
  ...(['case.outcome', ''] as const),
]

/**
 * A line of an old sheet: a closed case with everything that can stand in one, and a note that does not come in. `where` says where the
 * words of it are not looked for: elsewhere than in a table.
 */
function line(birds: Aviary, where = ''): string {
  const word = (field: string) => birds.word(`${where}${field}`)
  const email = (field: string) => birds.email(`${where}${field}`)
  const name = (field: string) => `"${word(`family ${field}`)}, ${word(`given ${field}`)}"`
  const a = [name('A of a sheet'), word('known as of a sheet'), word('former name of a sheet'), birds.born().text]
  const reached = [email('mail of a sheet'), birds.telephone(), `${word('home A of a sheet')} Road`]
  const b = [name('B of a sheet'), email('mail B of a sheet'), `${word('home B of a sheet')} Road`]
  const end = [birds.postcode(), '2026-11-20', 'agreed', word('a note that stays in the file of the sheet')]
  return [word('old number'), ...a, ...reached, birds.postcode(), word('notes of a sheet'), ...b, ...end].join(',')
}

/** Gives a sheet and says what its columns are; answers the address of what would come in. */
async function given(birds: Aviary, coordinator: Visitor, filler: FormFiller, text: string): Promise<string> {
  const headings = columns.map((_, at) => `${at}. ${birds.word('heading in a file')}`)
  const file = new File([`${headings.join(',')}\n${text}`], `${birds.word('name of a file')}.csv`)
  const answer = await filler.upload(coordinator, '/office/imports', {}, file)
  const page = answer.location?.replace('/columns', '') ?? ''
  const chosen = Object.fromEntries(columns.map((key, at) => [`column_${at}`, key]))
  await filler.fill(coordinator, `${page}/columns`, { ...chosen, details_of_b: 'other_party', topic_otherwise: 'both' })
  return page
}

/** One sheet comes in and stays, one comes in and is taken back, one is let go, and one waits until its time is over. */
export async function importedLife(birds: Aviary, coordinator: Visitor, filler: FormFiller): Promise<void> {
  const gone = () => line(birds, 'elsewhere: ')
  const kept = await given(birds, coordinator, filler, line(birds))
  await filler.fill(coordinator, kept, {}, { action: `${kept}/bring-in` })
  const back = await given(birds, coordinator, filler, gone())
  await filler.fill(coordinator, `${back}/known`, { 'leave_out[]': [] })
  await filler.fill(coordinator, back, {}, { action: `${back}/bring-in` })
  await filler.fill(coordinator, back, {}, { action: `${back}/take-back` })
  const away = await given(birds, coordinator, filler, gone())
  await filler.fill(coordinator, away, {}, { action: `${away}/let-go` })
  await given(birds, coordinator, filler, gone())
}
