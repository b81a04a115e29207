import { existsSync, readFileSync } from 'node:fs'

/** What the set-up of a step found out: with what the tests really ran. */
export interface Note {
  readonly postgres?: string
  readonly browser?: string
  /** The mail server, or why there was none. */
  readonly mail?: string
}

/** The environment variable that names the file into which set-ups write a line of JSON each. */
export const notesVariable = 'EVENHAND_TEST_NOTES'

export const readNotes = (file: string): readonly Note[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Note)
    : []
