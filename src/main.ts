import { dirname } from 'node:path'
import { commands, usage } from './app/commands/command-line.ts'
import { type CommandModule, readOptions } from './app/commands/options.ts'
import { CannotStart } from './platform/processes/cannot-start.ts'
import { watchLifetime } from './platform/processes/lifetime.ts'

const say = (lines: readonly string[]) => process.stderr.write(`${lines.join('\n')}\n`)

const main = async (argv: readonly string[]): Promise<number> => {
  if (argv.some((word) => word === '--help' || word === 'help')) {
    process.stdout.write(`npm run evenhand -- COMMAND [--port PORT] [--host HOST] [--data FOLDER]\n\n${usage()}\n`)
    return 0
  }
  const lifetime = watchLifetime()
  lifetime.signal.addEventListener('abort', () => say([`Stopping (${lifetime.signal.reason}).`]))
  const calledFrom = process.env.EVENHAND_CALLED_FROM ?? process.cwd()
  const project = dirname(import.meta.dirname)
  const options = await readOptions({ argv, environment: process.env, calledFrom, project }, lifetime)
  if (!options.ok) {
    say(options.problems)
    return 1
  }
  if (lifetime.signal.aborted) return 0
  // By name and not by import, so that each command loads only its own part of the house.
  const module: CommandModule = await import(`./app/commands/${commands[options.value.command].module}.ts`)
  try {
    return (await module.run(options.value)) ?? 0
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    say(error.problems)
    return 1
  }
}

process.exit(await main(process.argv.slice(2)))
