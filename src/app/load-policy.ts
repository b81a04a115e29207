import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { type CompiledPolicy, compilePolicy, type Policy } from '../policy/index.ts'
import { classification } from './classification.ts'

// A policy file lies in the service's own folder and says `import … from 'evenhand/policy'`, wherever the program is.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'evenhand/policy'
      ? { url: new URL('../policy/index.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
})

/** The policy that a file declares, unchecked. */
export async function readPolicy(file: string): Promise<Policy> {
  const module: { default?: Policy } = await import(pathToFileURL(file).href)
  if (!module.default) throw new Error(`${file} does not export a policy as its default`)
  return module.default
}

/** The policy of a file, checked against the classification of every column. Throws PolicyRefused with all findings. */
export const loadPolicy = async (file: string): Promise<CompiledPolicy> =>
  compilePolicy(await readPolicy(file), classification)
