import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Lifetime } from '../../platform/processes/lifetime.ts'
import { type CommandName, readCommandLine } from './command-line.ts'
import { type Environment, isLoopback, readSettings, type Settings } from './settings.ts'
import { databaseProblem, folderProblem, portProblem } from './surroundings.ts'

/** What every command's `run` is given: checked, and complete. */
export interface CommandOptions extends Settings {
  readonly command: CommandName
  readonly words: readonly string[]
  /** 0 takes any free port. */
  readonly port: number
  readonly host: string
  /** Absolute path of a folder that exists and can be written to. */
  readonly data: string
  /** Absolute path; only `policy check` and `restore` have one. */
  readonly file: string | undefined
  /** Absolute path of what `backup` writes. */
  readonly to: string | undefined
  /** Absolute path of the key that opens a backup. */
  readonly key: string | undefined
  /** Absolute path of the journal that `restore` is to use, or `lost`. */
  readonly journal: string | undefined
  /** JSON in place of words; only `bench` can. */
  readonly json: boolean
  /** Ends when somebody asks the process to stop. */
  readonly lifetime: Lifetime
}

export type ReadOptions =
  | { readonly ok: true; readonly value: CommandOptions }
  | { readonly ok: false; readonly problems: readonly string[] }

/** What a command's module exports. The number is the exit status; nothing means 0. */
export interface CommandModule {
  readonly run: (options: CommandOptions) => Promise<number | undefined>
}

/** Where a command is called: the words typed, the environment, the folder typed in, and the project's own folder. */
export interface Call {
  readonly argv: readonly string[]
  readonly environment: Environment
  readonly calledFrom: string
  readonly project: string
}

interface Needs {
  readonly port?: true
  readonly data?: true
  /** 'origin' is enough for what only makes addresses. */
  readonly settings?: true | 'origin'
  /** 'any' minor version will do for trying the tests on it. */
  readonly database?: true | 'any'
  readonly file?: true
  /** The folder into which something is written must be there. */
  readonly to?: true
}

const needs: Readonly<Record<CommandName, Needs>> = {
  demo: { port: true, data: true },
  start: { port: true, data: true, settings: true, database: true },
  init: { data: true },
  'policy check': { file: true },
  'policy apply': { data: true, database: true },
  'audit verify': { data: true, database: true },
  sweep: { data: true, database: true },
  backup: { data: true, database: true, to: true },
  'backup key': { data: true, to: true },
  restore: { data: true, database: true, file: true },
  'restore journal': { data: true, database: true },
  'reset-link': { data: true, settings: 'origin', database: true },
  bench: {},
  test: { database: 'any' },
}

const usualPort = 4280
const usualHost = '127.0.0.1'
const noSettings: Settings = {
  origin: undefined,
  trustedProxy: [],
  mail: undefined,
  inboxUrl: undefined,
  databaseUrl: undefined,
  scanner: undefined,
}

const readPort = (typed: string | undefined): number | undefined => {
  if (typed === undefined) return usualPort
  return /^\d{1,5}$/.test(typed) && Number(typed) <= 65_535 ? Number(typed) : undefined
}

const usualData = (command: CommandName, project: string): string =>
  command === 'demo' ? join(project, '.evenhand', 'demo') : join(project, 'data')

const settingsFor = (need: Needs, environment: Environment, host: string) => {
  if (!need.settings && !need.database) return { settings: noSettings, problems: [] }
  // A command that serves nobody does not mind what the web side is told.
  const { DATABASE_URL, EVENHAND_ORIGIN } = environment
  const few = need.settings === 'origin' ? { DATABASE_URL, EVENHAND_ORIGIN } : { DATABASE_URL }
  const relevant = need.settings === true ? environment : few
  return readSettings(relevant, need.settings === true && !isLoopback(host))
}

interface Place {
  readonly port: number | undefined
  readonly host: string
  readonly data: string
  readonly file: string | undefined
  readonly to: string | undefined
  readonly key: string | undefined
  readonly journal: string | undefined
  readonly databaseUrl: string | undefined
}

const surroundingsProblems = async (need: Needs, place: Place): Promise<string[]> => {
  const { port, host, data, file, to, key, journal, databaseUrl } = place
  const all = [
    port === undefined ? '--port must be a number from 0 to 65535.' : undefined,
    need.port && port !== undefined ? await portProblem(port, host) : undefined,
    need.data ? folderProblem(data) : undefined,
    ...[file, key, journal === 'lost' ? undefined : journal].map((it) =>
      it && !existsSync(it) ? `There is no file ${it}.` : undefined,
    ),
    need.to && to && !existsSync(dirname(to)) ? `There is no folder ${dirname(to)}.` : undefined,
    need.database && databaseUrl ? await databaseProblem(databaseUrl, need.database === 'any') : undefined,
  ]
  return all.filter((problem) => problem !== undefined)
}

/** Reads a call and tries everything that it will need, so that every problem can be told at once, one line each. */
export const readOptions = async (call: Call, lifetime: Lifetime): Promise<ReadOptions> => {
  const { line, problems: misread } = readCommandLine(call.argv, call.calledFrom)
  if (!line) return { ok: false, problems: misread }
  const need = needs[line.command]
  const host = line.host ?? usualHost
  const port = readPort(line.port)
  const data = line.data ?? usualData(line.command, call.project)
  const file = need.file && line.words[0] ? resolve(call.calledFrom, line.words[0]) : undefined
  const { settings, problems } = settingsFor(need, call.environment, host)
  const { to, key, journal } = line
  const { databaseUrl } = settings
  const around = await surroundingsProblems(need, { port, host, data, file, to, key, journal, databaseUrl })
  const found = [...misread, ...around, ...problems]
  if (found.length > 0 || port === undefined) return { ok: false, problems: found }
  return {
    ok: true,
    value: {
      ...settings,
      command: line.command,
      words: line.words,
      json: line.json,
      ...{ to, key, journal, port, host, data, file, lifetime },
    },
  }
}
