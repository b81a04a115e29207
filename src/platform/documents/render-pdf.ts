import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontBlobs, fontFamilies } from './fonts.ts'

/** A document to print: a template written by us, and what people told us, kept apart from it. */
export type PdfRequest = {
  /** Typst source shipped beside the feature. It reads `inputs` and may import `/letter.typ`, `/certificate.typ`, `/parts.typ`. */
  readonly template: string
  /** Anything that JSON can hold. Words in it are printed as they stand, never read as markup. */
  readonly inputs: Record<string, unknown>
  readonly title: string
  readonly language: 'en-GB'
  readonly author: string
  readonly created: Temporal.Instant
}

/** The words hold characters that none of the shipped fonts can show. PDF/UA forbids an empty box in their place. */
export class UnprintableText extends Error {
  override readonly name = 'UnprintableText'
  /** To show to the person who typed them; the message leaves them out, since messages reach logs. */
  readonly characters: readonly string[]
  constructor(characters: readonly string[]) {
    super(`${characters.length} kinds of character have no glyph`)
    this.characters = characters
  }
}

const preamble = `
#let facts = json(bytes(sys.inputs.facts))
#let inputs = facts.inputs
#set document(title: facts.title, author: facts.author)
#set text(lang: "en", region: "GB", font: (${fontFamilies.map((name) => `"${name}"`).join(', ')}), fallback: false, hyphenate: false)
`

// A template is ours, but it must stay unable to run a person's words, to read the disk or to fetch a package.
const forbidden = /\b(?:eval|read|plugin)\s*\(|["']@/

let ready: NodeCompiler | undefined
const compiler = (): NodeCompiler => {
  ready ??= NodeCompiler.create({
    workspace: join(import.meta.dirname, 'templates'),
    fontArgs: [{ fontBlobs: fontBlobs() }],
  })
  return ready
}

/**
 * Prints a tagged PDF (PDF/UA-1, ISO 14289-1) with its fonts embedded, no browser and no network. Equal requests give
 * equal bytes. Throws UnprintableText for a character without a glyph, and Error for a faulty template; neither repeats the inputs.
 */
export async function renderPdf(request: PdfRequest): Promise<Buffer> {
  if (forbidden.test(request.template)) throw new Error('a template may not evaluate, read or fetch')
  const { template, inputs, title, author, created } = request
  const typst = compiler()
  try {
    const compiled = typst.compile({
      mainFileContent: preamble + template,
      inputs: { facts: JSON.stringify({ inputs, title, author }) },
    })
    if (compiled.result === null) throw new Error('the template does not compile (names and types of its inputs?)')
    const creationTimestamp = Math.floor(created.epochMilliseconds / 1000)
    return typst.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp })
  } catch (error) {
    throw withoutWords(error)
  } finally {
    // What Typst remembers between documents is people's words: it keeps none of them.
    typst.evictCache(0)
  }
}

// Typst quotes the offending words in its messages; ours are logged, so they must not.
function withoutWords(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error)
  if (!message.includes('PDF/UA-1 error')) return error
  const quoted = [...message.matchAll(/(?:text|codepoint) `\\?"(.+?)\\?"`/gu)].map((found) => unescaped(found[1] ?? ''))
  if (quoted.length > 0) return new UnprintableText([...new Set(quoted)])
  return new Error(`the template breaks PDF/UA-1: ${message.replace(/^.*?PDF\/UA-1 error: /s, '').slice(0, 120)}`)
}

const unescaped = (text: string): string =>
  text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
