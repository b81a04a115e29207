import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** Every command, with the module in this folder that runs it and one line for the list of commands. */
export const commands = {
  demo: { module: 'demo', says: 'a whole service with invented people, to try' },
  start: { module: 'start', says: 'the real service, for the policy in --data' },
  init: { module: 'init', says: 'a dozen questions that write a policy into --data' },
  'policy check': { module: 'policy', says: 'FILE: everything that is wrong with a policy' },
  'policy apply': { module: 'policy', says: 'puts a changed policy into force' },
  'audit verify': { module: 'audit', says: 'looks whether the records of who opened what were touched' },
  sweep: { module: 'sweep', says: 'looks now for what has fallen due' },
  backup: { module: 'backup', says: '--to FILE: an encrypted copy of the whole service' },
  'backup key': { module: 'backup', says: '--to FILE: makes the key that opens backups' },
  restore: { module: 'restore', says: 'FILE --key FILE: brings a service back into an empty place' },
  'restore journal': { module: 'restore', says: 'does again what an older database has forgotten' },
  'reset-link': { module: 'reset-link', says: 'EMAIL: lets somebody in who has lost password and authenticator' },
  bench: { module: 'bench', says: '[--json] the pages that people wait for, beside a bare handler' },
  test: { module: 'test', says: 'types, lint, boundaries, unit, database and browser tests' },
} as const

export type CommandName = keyof typeof commands

export interface CommandLine {
  readonly command: CommandName
  /** What was written after the command, flags apart. */
  readonly words: readonly string[]
  /** As typed; undefined when not given. */
  readonly port: string | undefined
  readonly host: string | undefined
  /** Absolute, from where the person was when they typed it. */
  readonly data: string | undefined
  /** Where something is written, absolute. */
  readonly to: string | undefined
  /** A file of keys, absolute. */
  readonly key: string | undefined
  /** A file, absolute, or `lost`. */
  readonly journal: string | undefined
  /** Asked for by a flag: JSON in place of words. */
  readonly json: boolean
}

const flags = ['port', 'host', 'data', 'to', 'key', 'journal'] as const

/** Flags that few commands know. */
const ofCommands: Partial<Record<(typeof flags)[number], readonly CommandName[]>> = {
  to: ['backup', 'backup key'],
  key: ['restore'],
  journal: ['restore'],
}

/** Flags without which a command cannot do its work, and how to ask for them. */
const neededFlags: Partial<Record<CommandName, readonly [(typeof flags)[number], string]>> = {
  backup: ['to', 'Say where the backup goes: backup --to FILE.'],
  'backup key': ['to', 'Say where the key goes, on a disk that is kept elsewhere: backup key --to FILE.'],
  restore: ['key', 'Say where the key is: restore FILE --key KEYFILE.'],
}
type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number]

/** A flag without a value, for the one command that has something to say to programs. */
const isJson = (token: Token, command: CommandName | undefined): boolean =>
  token.kind === 'option' && token.name === 'json' && command === 'bench'

/** The word that a command cannot do without, and how to ask for it. */
const neededWord: Partial<Record<CommandName, string>> = {
  'policy check': 'Say which file to check: policy check FILE.',
  restore: 'Say which backup: restore FILE --key KEYFILE.',
  'reset-link': 'Say who, by their e-mail address: reset-link EMAIL.',
}

/** How many words each command takes after its name. */
const wordLimit = (command: CommandName): number => {
  if (command === 'test') return Number.POSITIVE_INFINITY
  return neededWord[command] ? 1 : 0
}

const nameOf = (words: readonly string[]): { command: CommandName | undefined; rest: readonly string[] } => {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    if (Object.hasOwn(commands, name)) return { command: name as CommandName, rest: words.slice(length) }
  }
  return { command: undefined, rest: words }
}

const wordProblems = (
  words: readonly string[],
  command: CommandName | undefined,
  rest: readonly string[],
): string[] => {
  if (!command) {
    const list = Object.keys(commands).join(', ')
    return [
      words.length === 0
        ? `Say which command: ${list}.`
        : `There is no command "${words.join(' ')}". There are: ${list}.`,
    ]
  }
  const needed = neededWord[command]
  if (needed && rest.length === 0) return [needed]
  const surplus = rest.slice(wordLimit(command))
  if (surplus.length === 0) return []
  return [
    `"${surplus.join(' ')}" is not understood. Write options after two dashes: npm run ${command} -- --port 8080.`,
  ]
}

const readFlags = (
  tokens: readonly Token[],
  command: CommandName | undefined,
): { given: ReadonlyMap<string, string>; problems: string[] } => {
  const given = new Map<string, string>()
  const problems: string[] = []
  for (const token of tokens) {
    if (token.kind !== 'option' || isJson(token, command)) continue
    const flag = flags.find((it) => it === token.name)
    const known = flag && (!ofCommands[flag] || (command && ofCommands[flag].includes(command)))
    if (!known) problems.push(`There is no option ${token.rawName}. There are: --port, --host, --data.`)
    else if (!token.value || token.value.startsWith('--')) problems.push(`The option --${token.name} needs a value.`)
    else if (given.has(token.name)) problems.push(`The option --${token.name} is given twice.`)
    else given.set(token.name, token.value)
  }
  return { given, problems }
}

/**
 * Reads the words of a command. `from` is the folder in which they were typed. There is a line as soon as the command is
 * known, so that what else is wrong can be told together with the problems found here.
 */
export const readCommandLine = (
  argv: readonly string[],
  from: string,
): { line: CommandLine | undefined; problems: readonly string[] } => {
  const valued = Object.fromEntries(flags.map((flag) => [flag, { type: 'string' as const }]))
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: { ...valued, json: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const { command, rest } = nameOf(positionals)
  const { given, problems } = readFlags(tokens, command)
  const [wanted, asks] = (command && neededFlags[command]) ?? []
  const missing =
    wanted && !tokens.some((token) => token.kind === 'option' && token.name === wanted) ? [asks ?? ''] : []
  const all = [...wordProblems(positionals, command, rest), ...problems, ...missing]
  if (!command) return { line: undefined, problems: all }
  const path = (name: (typeof flags)[number]) => {
    const typed = given.get(name)
    return typed === undefined || typed === 'lost' ? typed : resolve(from, typed)
  }
  const line = {
    command,
    words: rest,
    port: given.get('port'),
    host: given.get('host'),
    data: path('data'),
    to: path('to'),
    key: path('key'),
    journal: path('journal'),
    json: tokens.some((token) => isJson(token, command)),
  }
  return { line, problems: all }
}

/** The list of commands, for somebody who asks for help. */
export const usage = (): string =>
  Object.entries(commands)
    .map(([name, { says }]) => `  ${name.padEnd(16)}${says}`)
    .join('\n')
